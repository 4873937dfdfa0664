import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { Readiness } from "@moc/server/platform/http/watch.ts";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Cluster, startCluster } from "../../tools/postgres-cluster.ts";
import { readStream } from "../world/live-stream.ts";
import { runVerb } from "../world/run-verb.ts";
import { type RunningServer, startServer } from "../world/running-server.ts";

const password = "một mật khẩu dài cho thử nghiệm";
const person = "00000000-0000-4000-8000-0000000000aa";

describe.skipIf(process.env.MOC_TEST_PG_OWNER_URL === undefined)("one web process and two workers", () => {
  let cluster: Cluster;
  let owner: pg.Client;
  let environment: Record<string, string>;
  const folder = mkdtempSync(join(tmpdir(), "moc-roles-"));
  const running: RunningServer[] = [];
  const start = async (role: string) => {
    const server = await startServer({ ...environment, MOC_ROLE: role });
    running.push(server);
    return server;
  };

  beforeAll(async () => {
    cluster = await startCluster({ durable: true });
    owner = new pg.Client({ connectionString: cluster.url });
    await owner.connect();
    await owner.query("CREATE ROLE app LOGIN PASSWORD 'app'");
    const app = new URL(cluster.url);
    app.username = "app";
    app.password = "app";
    environment = {
      DATA_DIR: folder,
      MOC_DEMO: "0",
      MOC_SECRET: "a secret of the tests, 32 characters or more",
      DATABASE_URL: app.href,
      DATABASE_MIGRATE_URL: cluster.url,
    };
  });
  afterAll(async () => {
    for (const server of running) await server.stop();
    await owner.end().catch(() => undefined);
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** An administrator as a live zone gets its first: by the verb and its one-time link. */
  async function administrator(web: RunningServer) {
    const link = JSON.parse(
      runVerb({ ...environment, PORT: "8123" }, "create-admin", "chu-quan", "--json").out,
    ).url;
    expect(link, "the address is the one of the settings").toMatch(/^http:\/\/localhost:8123\/set-password#/);
    const answer = await fetch(`${web.url}/api/password-links`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ link: link.split("#")[1], password }),
    });
    expect(answer.status).toBe(200);
    return web.signIn("chu-quan", password);
  }

  it("share the work: the web answers, a timer fires once, and the stream tells of it", async () => {
    const web = await start("web");
    const client = await administrator(web);
    const command = () => crypto.randomUUID();
    await client.identity.setRetention({
      command: command(),
      class: "driver",
      days: 1,
      validFrom: "2020-01-01",
      ground: "a rule of the test",
    });
    await owner.query("SET search_path TO dong_dang, moc_ext");
    await owner.query(
      `INSERT INTO identity_person (id, class, wrapped_key, sealed, saved_at)
       VALUES ($1, 'driver', '\\x00', '\\x00', now() - interval '3 days')`,
      [person],
    );
    const due = `INSERT INTO timer VALUES (gen_random_uuid(), 'identity.retention',
      '00000000-0000-4000-8000-00000000a9e5', now() - interval '1 second')
      ON CONFLICT (subject, kind) DO UPDATE SET due_at = excluded.due_at`;
    await owner.query(due);
    await pause(1500);
    const count = async (sql: string) =>
      Number((await owner.query(`SELECT count(*) AS n FROM ${sql}`)).rows[0].n);
    const erasures = `event WHERE kind = 'identity.person_erased' AND subject = '${person}'`;
    expect(await count(erasures), "a web process runs no timer").toBe(0);
    expect(await count("event_seal"), "nor does it seal").toBe(0);

    const [one] = await Promise.all([start("worker"), start("worker")]);
    await expect.poll(() => count(erasures)).toBe(1);
    for (let round = 0; round < 3; round += 1) {
      await owner.query(due);
      await pause(500);
    }
    expect(await count(erasures), "two workers fire it once").toBe(1);
    const total = await count("event");
    await expect.poll(() => count("event_seal")).toBe(total);

    await one?.kill();
    await client.identity.setRetention({
      command: command(),
      class: "driver",
      days: 2,
      validFrom: "2020-01-02",
      ground: "a rule of the test",
    });
    const heard = await readStream(web, "chu-quan", 0, password);
    expect(heard.positions.at(-1), "what was done after one worker died is sealed by the other").toBe(
      await count("event"),
    );
    expect(heard.positions).toEqual(heard.positions.toSorted((a, b) => a - b));
    expect(new Set(heard.positions).size).toBe(heard.positions.length);
  });

  it("say so while the database is away under their hands, and go on when it is back: the same command is done once, and sealed", async () => {
    const [web] = running;
    const client = await web?.signIn("chu-quan", password);
    const retention = {
      command: crypto.randomUUID(),
      class: "driver" as const,
      days: 3,
      validFrom: "2020-01-03",
      ground: "a rule of the test",
    };
    const rules = async () => (await client?.identity.listRetention())?.rows.length ?? 0;
    const before = await rules();
    owner.on("error", () => undefined); // its connection ends with the cluster
    let pressing = true;
    const press = async () => {
      while (pressing) await client?.identity.listRetention().catch(() => undefined);
    };
    const pressed = Promise.all([press(), press(), press(), press()]);
    await pause(100);
    await cluster.kill();
    await expect(client?.identity.setRetention(retention)).rejects.toMatchObject({
      code: "database_away",
      status: 503,
    });
    expect((await fetch(`${web?.url}/ready`)).status).toBe(503);
    await pause(3000);
    await cluster.start();
    pressing = false;
    await pressed;
    await expect.poll(() => client?.identity.setRetention(retention).catch(() => undefined)).toBeDefined();
    await client?.identity.setRetention(retention);
    expect(await rules()).toBe(before + 1);
    await expect.poll(async () => (await fetch(`${web?.url}/ready`)).status).toBe(200);
    const unsealed = async () => ((await (await fetch(`${web?.url}/ready`)).json()) as Readiness).unsealed; // as: its own answer
    await expect.poll(unsealed, { message: "the worker lives and seals", timeout: 20_000 }).toBe(0);
  });

  it("is refused to a demonstration and to the embedded database, in one sentence", () => {
    const refused = (place: Record<string, string>) => runVerb({ ...place, MOC_ROLE: "worker" }, "serve");
    const embedded = refused({ DATA_DIR: folder, MOC_SECRET: String(environment.MOC_SECRET) });
    expect(embedded.status).toBe(1);
    expect(embedded.err).toMatch(/^Setting MOC_ROLE="worker" needs DATABASE_URL: .+\n$/);
  });
});
