import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { exportDeclaration } from "../world/declaration.ts";
import { startServer } from "../world/running-server.ts";

const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));
const folders: string[] = [];
const folder = () => {
  const made = mkdtempSync(join(tmpdir(), "moc-backup-"));
  folders.push(made);
  return made;
};
afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true });
});

it("a backup taken under load restores to equal tables and a log that holds", {
  timeout: 600_000,
}, async () => {
  const data = folder();
  const secret = "a secret of the tests, 32 characters or more";
  const server = await startServer({ DATA_DIR: data, MOC_FIELD: "0", MOC_SECRET: secret });
  const firm = await server.signIn("doanh-nghiep");
  const administrator = await server.signIn("quan-tri");
  let going = true;
  let declared = 0;
  const loading = (async () => {
    while (going) {
      await firm.gate.declareVehicle({ command: crypto.randomUUID(), declaration: exportDeclaration() });
      declared += 1;
    }
  })();
  while (declared < 5) await new Promise((resolve) => setTimeout(resolve, 20));
  const { file, rows } = await administrator.platform.makeBackup({});
  const before = declared;
  while (declared < before + 3) await new Promise((resolve) => setTimeout(resolve, 20));
  going = false;
  await loading;
  await server.stop();
  expect(rows).toBeGreaterThan(5);

  const other = folder();
  const restored = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", main, "restore", join(data, "backups", file), "--json"],
    { env: { ...process.env, DATA_DIR: other, MOC_SECRET: secret }, encoding: "utf8" },
  );
  expect(restored.stderr).toBe("");
  // The verb itself compares every table's digest with the backup's and refuses when one differs.
  expect(JSON.parse(restored.stdout)).toMatchObject({ verdict: { ok: true, fault: null } });

  const again = await startServer({ DATA_DIR: other, MOC_FIELD: "0", MOC_SECRET: secret });
  const officer = await again.signIn("dieu-do");
  expect((await officer.gate.listTrips({ limit: 1 })).total).toBeGreaterThanOrEqual(5);
  const next = await (await again.signIn("doanh-nghiep")).gate.declareVehicle({
    command: crypto.randomUUID(),
    declaration: exportDeclaration(),
  });
  expect(next.trip.state).toBe("declared");
  await again.stop();
});
