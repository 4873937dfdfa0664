import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "vitest";
import { surviveKills } from "./survive-kills.ts";

it("killed under load, the server reopens on the embedded engine with everything acknowledged and nothing twice", {
  timeout: 3_600_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-kill-"));
  await surviveKills({ DATA_DIR: folder, MOC_FIELD: "0" });
  rmSync(folder, { recursive: true, force: true });
});
