import { spawnSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { exportDeclaration } from "../world/declaration.ts";
import { readStream } from "../world/live-stream.ts";
import type { Client } from "../world/open-world.ts";
import { type RunningServer, startServer } from "../world/running-server.ts";

const kills = process.env.MOC_DEEP === "1" ? 50 : 10;
const main = fileURLToPath(new URL("../../server/main.ts", import.meta.url));

type Sent = { command: string; declaration: ReturnType<typeof exportDeclaration>; trip: string | null };

/** Sends declarations, four at a time, until the server is gone. Every one is remembered; those acknowledged with their trip. */
async function load(firm: Client, sent: Sent[]): Promise<void> {
  const one = async () => {
    for (;;) {
      const entry: Sent = { command: crypto.randomUUID(), declaration: exportDeclaration(), trip: null };
      sent.push(entry);
      const { command, declaration } = entry;
      const { trip } = await firm.gate.declareVehicle({ command, declaration });
      entry.trip = trip.id;
    }
  };
  await Promise.allSettled([one(), one(), one(), one()]);
}

async function acknowledged(sent: readonly Sent[], count: number): Promise<void> {
  while (sent.filter((entry) => entry.trip !== null).length < count) await pause(20);
}

async function checkSurvivors(server: RunningServer, sent: readonly Sent[]): Promise<void> {
  const firm = await server.signIn("doanh-nghiep");
  for (const { command, declaration, trip } of sent) {
    // Acknowledged or cut off in mid-air: sent again it succeeds, and an acknowledged one is the same trip as before.
    const again = await firm.gate.declareVehicle({ command, declaration });
    if (trip !== null) expect(again.trip.id).toBe(trip);
    const found = await firm.gate.listTrips({ search: declaration.vehicle.plate.number, limit: 10 });
    expect(found.total, "one trip for one declaration").toBe(1);
  }
}

/** Kills the server in the middle of its work, again and again in one place, and checks each time what it has kept. */
export async function surviveKills(environment: Record<string, string>): Promise<void> {
  let position = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const sent: Sent[] = [];
    const server = await startServer(environment);
    const loading = load(await server.signIn("doanh-nghiep"), sent);
    await acknowledged(sent, 4);
    await pause((kill * 97) % 400); // somewhere in the middle of whatever is being written
    await server.kill();
    await loading;

    const next = await startServer(environment);
    await checkSurvivors(next, sent.slice(-40));
    const heard = await readStream(next, "kiem-soat", position);
    expect(heard.positions, "the stream goes on without a gap or a repetition").toEqual(
      heard.positions.map((_, n) => position + 1 + n),
    );
    position = heard.positions.at(-1) ?? position;
    await next.stop();
  }
  const verdict = spawnSync(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", main, "verify", "--json"],
    {
      env: { ...process.env, ...environment },
      encoding: "utf8",
    },
  );
  expect(JSON.parse(verdict.stdout)).toMatchObject({ ok: true, fault: null });
}
