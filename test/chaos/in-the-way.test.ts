import { spawnSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  statfsSync,
  unlinkSync,
  writeSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exportDeclaration } from "../world/declaration.ts";
import { runVerb } from "../world/run-verb.ts";
import { type RunningServer, startServer } from "../world/running-server.ts";

const base = mkdtempSync(join(tmpdir(), "moc-way-"));
chmodSync(base, 0o755);
const environment = (name: string) => ({ DATA_DIR: join(base, name), MOC_FIELD: "0", PORT: "0" });
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** One sentence on standard error, exit status 1, no stack. */
function refusal({ status, err }: ReturnType<typeof runVerb>): string {
  expect(status).toBe(1);
  expect(err).toMatch(/^[^\n]+\n$/);
  return err.trim();
}

describe("one sentence with the mend is all that is said when", () => {
  it("the port is taken", async () => {
    const holder = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => holder.once("listening", resolve));
    const address = holder.address();
    const port = typeof address === "object" && address !== null ? String(address.port) : "";
    expect(refusal(runVerb({ ...environment("port"), PORT: port }, "serve"))).toBe(
      `Port ${port} on 127.0.0.1 is already in use: choose another with PORT.`,
    );
    holder.close();
  });

  it("the address is not this machine's", () => {
    const text = refusal(runVerb({ ...environment("port"), HOST: "192.0.2.1" }, "serve"));
    expect(text).toContain("is no address of this machine: correct HOST.");
  });

  it("another process has the data folder", async () => {
    const place = environment("locked");
    const server = await startServer(place);
    expect(refusal(runVerb(place, "verify"))).toMatch(
      /^Data folder .+ is in use by another Mốc process: stop that one, or choose another folder with DATA_DIR\.$/,
    );
    await server.stop();
  });

  it("the data folder is a file, or lies in one", () => {
    closeSync(openSync(join(base, "file"), "w"));
    expect(refusal(runVerb(environment("file"), "serve"))).toContain("choose another one with DATA_DIR.");
    expect(refusal(runVerb(environment("file/inside"), "serve"))).toContain(
      "choose another one with DATA_DIR.",
    );
  });

  it("the user may not write the data folder", () => {
    const place = environment("closed");
    mkdirSync(place.DATA_DIR);
    chmodSync(place.DATA_DIR, 0o500);
    const nobody = process.getuid?.() === 0 ? { UID: "65534" } : {};
    expect(refusal(runVerb({ ...place, ...nobody }, "serve"))).toContain(
      "this user may not use it: change its owner, or choose another folder",
    );
  });

  it("a setting is wrong, or a backup is missing", () => {
    expect(refusal(runVerb({ ...environment("none"), PORT: "x" }, "serve"))).toContain(
      'Setting PORT="x" is wrong',
    );
    expect(refusal(runVerb(environment("none"), "restore", join(base, "no.moc.gz")))).toContain("is missing");
  });
});

/** A disk of a few megabytes; null where this user may not make one. */
function smallDisk(megabytes: number): string | null {
  const folder = join(base, `disk-${megabytes}`);
  mkdirSync(folder);
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "tmpfs", folder]);
  return status === 0 ? folder : null;
}

function freeOf(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** Takes all free space but `left` bytes. */
function fill(folder: string, left: number): void {
  const file = openSync(join(folder, "filling"), "a");
  const block = Buffer.alloc(1024 * 1024, 1);
  try {
    while (freeOf(folder) > left) writeSync(file, block, 0, Math.min(block.length, freeOf(folder) - left));
  } catch {
    // full to the last byte
  }
  closeSync(file);
}

describe("a full disk", () => {
  const disks: string[] = [];
  const running: RunningServer[] = [];
  let small: string | null;
  let large: string | null;
  beforeAll(() => {
    small = smallDisk(20);
    large = smallDisk(400);
    for (const disk of [small, large]) if (disk !== null) disks.push(disk);
    if (disks.length < 2)
      process.stderr.write("!!! a full disk is not tried: this user may not mount a small one\n");
  });
  afterAll(async () => {
    for (const server of running) await server.kill();
    for (const disk of disks) spawnSync("umount", [disk]);
  });

  it("stops the start before anything is half made", (context) => {
    if (small === null) return context.skip();
    const text = refusal(runVerb({ ...environment(""), DATA_DIR: small }, "serve"));
    expect(text).toMatch(/^The disk of .+ is full \(\d+ MB free, 160 MB needed\): free some space/);
  });

  it("refuses commands in one sentence, loses nothing acknowledged, and lets them through once there is room", async (context) => {
    if (large === null) return context.skip();
    const place = { ...environment(""), DATA_DIR: large };
    const server = await startServer(place);
    running.push(server);
    const firm = await server.signIn("doanh-nghiep");
    const declare = () => ({ command: crypto.randomUUID(), declaration: exportDeclaration() });
    const before = await firm.gate.declareVehicle(declare());
    const next = declare();
    // The reserve is touched; then nothing at all is left, as when somebody else fills the disk in one go.
    for (const left of [32 * 1024 * 1024, 0]) {
      fill(large, left);
      await expect(firm.gate.declareVehicle(next)).rejects.toMatchObject({
        code: "no_room",
        status: 507,
        message: expect.stringContaining("đầy"),
      });
    }
    expect((await firm.gate.readTrip({ trip: before.trip.id })).trip.id, "reading goes on").toBe(
      before.trip.id,
    );
    unlinkSync(join(large, "filling"));
    expect((await firm.gate.declareVehicle(next)).trip.state).toBe("declared");
    await server.kill();
    const again = await startServer(place);
    running.push(again);
    const found = await (await again.signIn("dieu-do")).gate.listTrips({ limit: 10 });
    expect(found.total).toBe(2);
    await again.stop();
    expect(runVerb(place, "verify").out).toContain("The log holds");
  });
});

it("a first start that was killed half-way is begun anew by the next", async () => {
  const place = environment("cut");
  mkdirSync(join(place.DATA_DIR, "postgres"), { recursive: true });
  closeSync(openSync(join(place.DATA_DIR, "postgres/PG_VERSION"), "w"));
  closeSync(openSync(join(place.DATA_DIR, "beginning"), "w"));
  const server = await startServer(place);
  await server.stop();
});
