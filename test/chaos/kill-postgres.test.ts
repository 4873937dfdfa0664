import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { it } from "vitest";
import { startCluster } from "../../tools/postgres-cluster.ts";
import { surviveKills } from "./survive-kills.ts";

it.skipIf(process.env.MOC_TEST_PG_OWNER_URL === undefined)(
  "killed under load, the server reopens on PostgreSQL with everything acknowledged and nothing twice",
  { timeout: 3_600_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "moc-kill-"));
    const cluster = await startCluster({ durable: true });
    spawnSync(join(cluster.binaries, "psql"), [cluster.url, "-c", "CREATE ROLE app LOGIN PASSWORD 'app'"]);
    const app = new URL(cluster.url);
    [app.username, app.password] = ["app", "app"];
    await surviveKills({
      DATA_DIR: folder,
      MOC_FIELD: "0",
      MOC_DEMO: "1",
      MOC_SECRET: "a secret of the tests, 32 characters or more",
      DATABASE_URL: app.href,
      DATABASE_MIGRATE_URL: cluster.url,
    });
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  },
);
