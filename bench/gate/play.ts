import type { CheckKind } from "@moc/contract/gate/check.ts";
import type { Declaration } from "@moc/contract/gate/declaration.ts";
import type { TripView } from "@moc/contract/gate/trip.ts";
import { containerCheckDigit } from "@moc/contract/gate/vehicle.ts";
import type { Client } from "../../test/world/open-world.ts";
import { several } from "./several.ts";

/** Who acts in a sample, each with a client of its own, and the way to let zone time pass. */
export type Hands = Record<
  | "firm"
  | "barrier"
  | "position"
  | "dispatcher"
  | "border_guard"
  | "customs"
  | "health_quarantine"
  | "plant_quarantine",
  Client
> & { pass: (minutes: number) => Promise<void> };

type Way = {
  route: string;
  park: string;
  yard: string;
  goods: Declaration["goods"];
};

// One stream of goods on each route, so that the credit of a queue goes on in equal steps from one sample to the next.
const ways: readonly Way[] = [
  {
    route: "1119-1120",
    park: "viettel-park",
    yard: "xuan-cuong",
    goods: [{ name: "Sầu riêng", class: "durian", weightKg: 18_000 }],
  },
  {
    route: "1088-2-1089",
    park: "tan-thanh-waiting",
    yard: "tan-thanh-yard",
    goods: [{ name: "Linh kiện điện tử", class: "electronics", weightKg: 9_000 }],
  },
];

const officerOf: Partial<Record<CheckKind, keyof Omit<Hands, "pass">>> = {
  border_guard_exit: "border_guard",
  border_guard_entry: "border_guard",
  customs: "customs",
  health_quarantine: "health_quarantine",
  plant_quarantine: "plant_quarantine",
};

const command = () => crypto.randomUUID();

/** Plates and containers that {@link ./copies.ts} counts on: a series and a number. */
function vehicleOf(series: string, number: number): Declaration["vehicle"] {
  const first10 = `TSTU${String(number % 1_000_000).padStart(6, "0")}`;
  return {
    plate: { country: series === "桂F" ? "CN" : "VN", number: `${series}${10_000 + (number % 80_000)}` },
    payloadClass: "container_40",
    containers: [{ number: `${first10}${containerCheckDigit(first10)}`, size: "40" }],
  };
}

function declarationOf(kind: "export_vn" | "import_cn", way: Way, number: number): Declaration {
  return {
    kind,
    regime: "ordinary",
    route: way.route,
    vehicle: vehicleOf(kind === "export_vn" ? "29H" : "桂F", number),
    driver: { name: "Nguyễn Văn Thử", paper: `TEST${number}` },
    owner: "Chủ hàng thử",
    goods: way.goods,
    customsNumbers: [],
    quarantine: [],
  };
}

/** Each force decides its check; customs holds first and passes then. */
async function check(hands: Hands, trips: readonly TripView[], atOnce: number): Promise<void> {
  const decide = (trip: TripView, kind: CheckKind, held: boolean) => {
    const officer = officerOf[kind];
    if (officer === undefined) throw new Error(`nobody decides ${kind} here`);
    const said = held ? { decision: "hold" as const, reason: "chờ chứng từ" } : { decision: "pass" as const };
    return hands[officer].gate.decideCheck({ command: command(), trip: trip.id, check: kind, ...said });
  };
  await several(trips, atOnce, (trip) => decide(trip, "customs", true));
  await hands.pass(10);
  for (const kind of new Set(trips.flatMap((trip) => trip.checks.map((one) => one.kind)))) {
    const wanted = trips.filter((trip) => trip.checks.some((one) => one.kind === kind));
    await several(wanted, atOnce, (trip) => decide(trip, kind, false));
    await hands.pass(5);
  }
}

/** Brings declared trucks into the queue and, by one call for each route, to its gate. */
async function queueUp(hands: Hands, trips: readonly TripView[], atOnce: number): Promise<void> {
  const { firm, barrier, position, dispatcher } = hands;
  await several(trips, atOnce, ({ id: trip }, index) => {
    const customsNumbers = [`${300_000_000_000 + index}`];
    return firm.gate.amendDeclaration({ command: command(), trip, customsNumbers });
  });
  await hands.pass(5);
  await several(trips, atOnce, ({ id: trip }) => firm.gate.reportDeparture({ command: command(), trip }));
  await hands.pass(15);
  await several(trips, atOnce, async ({ id: trip, route }) => {
    const place = wayOf(route).park;
    await barrier.gate.signalArrival({ command: command(), trip, place, origin: "barrier" });
    await position.gate.signalArrival({ command: command(), trip, place, origin: "position" });
  });
  await hands.pass(10);
  for (const { route } of ways) {
    const count = trips.filter((trip) => trip.route === route).length;
    await dispatcher.gate.callForward({ command: command(), route, direction: "export", count });
  }
  await hands.pass(10);
  await several(trips, atOnce, ({ id: trip }) => dispatcher.gate.reachGate({ command: command(), trip }));
}

function wayOf(route: string): Way {
  const way = ways.find((one) => one.route === route);
  if (way === undefined) throw new Error(`no way over ${route}`);
  return way;
}

/** Half of them exports, half imports, on two routes; the last of each withdraws before it sets out. */
export type Sample = { trips: number; first: number; atOnce: number };

/**
 * Plays trips from their declaration to their end through the gate's commands, customs holding each of them once.
 * `first`: the number of the first truck; those of a second sample go on from there.
 */
export async function playSample(hands: Hands, { trips, first, atOnce }: Sample): Promise<void> {
  const declare = async (kind: "export_vn" | "import_cn"): Promise<TripView[]> => {
    const half = Array.from({ length: trips / 2 }, (_, index) => first + index);
    const made = new Map<number, TripView>();
    await several(half, atOnce, async (number) => {
      const declaration = declarationOf(kind, ways[number % ways.length] ?? wayOf(""), number);
      made.set(number, (await hands.firm.gate.declareVehicle({ command: command(), declaration })).trip);
    });
    return half.flatMap((number) => made.get(number) ?? []);
  };
  await hands.pass(1); // so that what is recorded from here on is told from what was before
  const [out, into] = [await declare("export_vn"), await declare("import_cn")];
  await hands.pass(10);
  for (const last of [out.pop(), into.pop()]) {
    const reason = "đổi kế hoạch";
    await hands.firm.gate.withdrawTrip({ command: command(), trip: last?.id ?? "", reason });
  }
  await queueUp(hands, out, atOnce);
  const { border_guard: guard, dispatcher, customs } = hands;
  await several(into, atOnce, ({ id: trip }) => guard.gate.crossIn({ command: command(), trip }));
  const all = [...out, ...into];
  await several(all, atOnce, ({ id: trip, route }) =>
    dispatcher.gate.enterYard({ command: command(), trip, yard: wayOf(route).yard }),
  );
  await check(hands, all, atOnce);
  await several(into, atOnce, ({ id: trip, plate }) => {
    const partner = { country: "VN" as const, number: `29K${plate.number.slice(-5)}` };
    return customs.gate.transferCargo({ command: command(), trip, partner });
  });
  await several(all, atOnce, ({ id: trip }) => dispatcher.gate.release({ command: command(), trip }));
  await hands.pass(5);
  await several(out, atOnce, ({ id: trip }) => guard.gate.crossOut({ command: command(), trip }));
  await hands.pass(30);
  await several(out, atOnce, ({ id: trip }) => guard.gate.confirmReturn({ command: command(), trip }));
  await several(all, atOnce, ({ id: trip }) => guard.gate.leave({ command: command(), trip }));
}
