import { mkdtempSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { runVerb } from "../world/run-verb.ts";
import { startServer } from "../world/running-server.ts";

const secret = "a secret of the tests, 32 characters or more";
const folders: string[] = [];
const environment = () => {
  const folder = mkdtempSync(join(tmpdir(), "moc-erased-"));
  folders.push(folder);
  return { DATA_DIR: folder, MOC_FIELD: "0", MOC_SECRET: secret };
};
const first = environment();
let backup = "";
let person = "";

beforeAll(async () => {
  const server = await startServer(first);
  const administrator = await server.signIn("quan-tri");
  const { account } = await administrator.identity.createAccount({
    command: crypto.randomUUID(),
    userName: "se-xoa",
    name: "Người Sẽ Được Xoá",
    language: "vi",
    roles: ["customs"],
    organisation: null,
  });
  person = account.person;
  backup = join(first.DATA_DIR, "backups", (await administrator.platform.makeBackup({})).file);
  const why = "asked by letter";
  await administrator.identity.erasePerson({ command: crypto.randomUUID(), person, ground: "request", why });
  await vi.waitFor(() => expect(readFileSync(join(first.DATA_DIR, "erased.log"), "utf8")).toContain(person));
  await server.stop();
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

async function stillReadable(place: Record<string, string>): Promise<boolean> {
  const server = await startServer(place);
  const administrator = await server.signIn("quan-tri");
  const { data } = await administrator.identity.readPerson({ person, why: "a test" });
  await server.stop();
  return data !== null;
}

it("whoever was erased after a backup is erased again by restoring it", async () => {
  const second = environment();
  const { status, out, err } = runVerb(second, "restore", backup, "--json");
  expect({ status, err }).toEqual({ status: 0, err: "" });
  expect(JSON.parse(out)).toMatchObject({ verdict: { ok: true }, erasedAgain: 1 });
  expect(await stillReadable(second)).toBe(false);
  expect(JSON.parse(runVerb(second, "verify", "--json").out)).toMatchObject({ ok: true });
  const third = environment();
  const own = join(second.DATA_DIR, "erased.log");
  expect(readFileSync(own, "utf8"), "the list goes on with the restored zone").toContain(person);
  expect(runVerb(third, "restore", "--erased", second.DATA_DIR, backup).out).toContain(
    "1 persons erased again",
  );
});

it("a restore without any list says so, and the list put there later is followed at the start", async () => {
  const list = join(first.DATA_DIR, "erased.log");
  const kept = readFileSync(list);
  unlinkSync(list);
  const place = environment();
  const { status, err } = runVerb(place, "restore", backup);
  expect(status).toBe(0);
  expect(err).toContain("No list of erased persons");
  writeFileSync(join(place.DATA_DIR, "erased.log"), kept);
  expect(await stillReadable(place)).toBe(false);
});
