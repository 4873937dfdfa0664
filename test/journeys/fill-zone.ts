import { randomUUID } from "node:crypto";
import { exportDeclaration, importDeclaration } from "../world/declaration.ts";
import type { RunningServer } from "../world/running-server.ts";
import type { ZoneHands } from "./zone-hands.ts";

export const route = "1119-1120";
export const park = "viettel-park";

/** What the screens are then opened on. */
export type FilledZone = { waiting: string; atGate: string; waitingDriver: string; calledDriver: string };

const command = () => ({ command: randomUUID() });

/** Fills one route through the API: 24 trucks wait (one held, one without goods), three were called, two stand at the gate. */
export async function fillZone(server: RunningServer, hands: ZoneHands): Promise<FilledZone> {
  const [firm, dispatcher, guard, customs] = await Promise.all(
    ["doanh-nghiep", "dieu-do", "bien-phong", "hai-quan"].map((name) => server.signIn(name)),
  );
  if (!firm || !dispatcher || !guard || !customs) throw new Error("four accounts sign in");
  const trips: string[] = [];
  for (let n = 0; n < 27; n += 1) {
    const goods = [{ name: "Linh kiện điện tử", class: "electronics" as const, weightKg: 9_000 + n }];
    const declaration = exportDeclaration(n === 12 ? { goods: [] } : n % 3 === 0 ? { goods } : {});
    const { trip } = await firm.gate.declareVehicle({ ...command(), declaration });
    await hands.seeAtBarrier(trip.id, park);
    await hands.seePosition(trip.id, park);
    await hands.pass(3);
    trips.push(trip.id);
  }
  for (let n = 0; n < 3; n += 1)
    await firm.gate.declareVehicle({ ...command(), declaration: importDeclaration() });
  const calledNow = await dispatcher.gate.callForward({ ...command(), route, direction: "export", count: 3 });
  const [called, ...toGate] = calledNow.called.map((row) => row.id);
  for (const trip of toGate) await guard.gate.reachGate({ ...command(), trip });
  const waiting = trips.filter((id) => id !== called && !toGate.includes(id));
  const [first, held] = waiting;
  const atGate = toGate[0];
  if (!called || !first || !held || !atGate) throw new Error("the queue was filled");
  const hold = { check: "customs", decision: "hold", reason: "Thiếu vận đơn" } as const;
  await customs.gate.decideCheck({ ...command(), trip: held, ...hold });
  await dispatcher.gate.reserveSlips({ ...command(), route, count: 20 });
  const { now } = await dispatcher.platform.readClock();
  const ago = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();
  const stretch = { route, from: ago(60), to: ago(30), reason: "Mất điện phòng máy" };
  await dispatcher.gate.declarePaper({ ...command(), ...stretch });
  const linkOf = async (trip: string) => (await firm.gate.issueDriverLink({ ...command(), trip })).url;
  return { waiting: first, atGate, waitingDriver: await linkOf(held), calledDriver: await linkOf(called) };
}

/** A zone's staff: a dozen accounts beside those of the demonstration, one of them locked. */
export async function fillAccounts(server: RunningServer): Promise<void> {
  const admin = await server.signIn("quan-tri");
  for (let n = 1; n <= 12; n += 1) {
    const standing = { roles: ["customs" as const], organisation: null };
    const created = { userName: `ca-truc-${n}`, name: `Công chức ca ${n}`, ...standing };
    const { account } = await admin.identity.createAccount({ ...command(), ...created });
    if (n < 12) continue;
    const locked = { account: account.id, seen: account.version, disabled: true, why: "Chuyển công tác" };
    await admin.identity.editAccount({ ...command(), ...standing, ...locked });
  }
}
