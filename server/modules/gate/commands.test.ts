import { randomUUID } from "node:crypto";
import { afterAll, beforeAll } from "vitest";
import { openWorld, type World } from "../../../test/world/open-world.ts";
import { type Command, type Content, testCommands } from "../../../test/world/test-commands.ts";
import {
  barrier,
  call,
  command,
  customs,
  declaration,
  declare,
  dispatcher,
  firm,
  guard,
  holding,
  importInYard,
  inYard,
  otherFirm,
  park,
  passChecks,
  plant,
  route,
  yard,
  yardKey,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const ofTrip = async (trip: Promise<{ id: string }>): Promise<Content> => ({ trip: (await trip).id });
const nowhere = { trip: randomUUID() };

async function released(kind: "export" | "import"): Promise<{ id: string }> {
  const trip = kind === "export" ? await inYard(world) : await importInYard(world);
  await passChecks(world, trip);
  if (kind === "import") await world.as(customs).gate.allowInland({ ...command(), trip: trip.id });
  await world.as(dispatcher).gate.release({ ...command(), trip: trip.id });
  return trip;
}

async function abroad(): Promise<{ id: string }> {
  const trip = await released("export");
  await world.as(guard).gate.crossOut({ ...command(), trip: trip.id });
  return trip;
}

async function called(): Promise<{ id: string }> {
  const trip = await holding(world);
  await call(world, 200);
  return trip;
}

async function atGate(): Promise<{ id: string }> {
  const trip = await called();
  await world.as(guard).gate.reachGate({ ...command(), trip: trip.id });
  return trip;
}

async function checked(trip: Awaited<ReturnType<typeof inYard>>): Promise<{ id: string }> {
  return passChecks(world, trip);
}

async function failed(): Promise<{ id: string }> {
  const trip = await inYard(world);
  const decision = { check: "customs", decision: "fail", reason: "Sai hàng" } as const;
  await world.as(customs).gate.decideCheck({ ...command(), trip: trip.id, ...decision });
  return trip;
}

const commands: Command[] = [
  {
    name: "declareVehicle",
    right: firm,
    wrong: guard,
    ready: async () => ({ declaration: declaration() }),
    bad: [{ declaration: { ...declaration(), route: "nowhere" } }, "route_not_found", "declaration.route"],
    other: { declaration: declaration() },
  },
  {
    name: "amendDeclaration",
    right: firm,
    wrong: otherFirm,
    ready: async () => ({ ...(await ofTrip(declare(world))), customsNumbers: ["307001234560"] }),
    bad: [{ route: "nowhere" }, "route_not_found", "route"],
    other: { customsNumbers: ["1"] },
  },
  {
    name: "withdrawTrip",
    right: firm,
    wrong: otherFirm,
    ready: async () => ({ ...(await ofTrip(holding(world))), reason: "Bán trong nước" }),
    bad: [{ reason: "" }, "invalid_input", "reason"],
    other: { reason: "Khác" },
  },
  {
    name: "reportDeparture",
    right: firm,
    wrong: otherFirm,
    ready: () => ofTrip(declare(world)),
    bad: [nowhere, "trip_not_found"],
    other: nowhere,
  },
  {
    name: "signalArrival",
    right: barrier,
    wrong: firm,
    ready: async () => ({ ...(await ofTrip(declare(world))), origin: "barrier", place: park }),
    bad: [{ place: "nowhere" }, "place_not_found", "place"],
    other: { place: "non-tariff-area" },
  },
  {
    name: "callForward",
    right: dispatcher,
    wrong: guard,
    ready: async () => {
      await holding(world);
      return { route, direction: "export", count: 1 };
    },
    bad: [{ count: 0 }, "invalid_input", "count"],
    other: { count: 2 },
  },
  {
    name: "reachGate",
    right: guard,
    wrong: firm,
    ready: () => ofTrip(called()),
    bad: [nowhere, "trip_not_found"],
    other: nowhere,
  },
  {
    name: "crossIn",
    right: guard,
    wrong: customs,
    ready: () => ofTrip(declare(world, { kind: "import_cn" })),
    bad: [nowhere, "trip_not_found"],
    other: nowhere,
  },
  {
    name: "enterYard",
    right: yard,
    wrong: guard,
    ready: async () => ({ ...(await ofTrip(atGate())), yard: yardKey }),
    bad: [{ yard: "chi-ma-htt" }, "place_serves_other_route", "yard"],
    other: { slot: "A-1" },
  },
  {
    name: "decideCheck",
    right: customs,
    wrong: plant,
    ready: async () => ({ ...(await ofTrip(inYard(world))), check: "customs", decision: "pass" }),
    bad: [{ decision: "hold" }, "reason_required", "reason"],
    other: { decision: "hold", reason: "Thiếu giấy" },
  },
  {
    name: "transferCargo",
    right: yard,
    wrong: firm,
    ready: async () => ({
      ...(await ofTrip(checked(await importInYard(world)))),
      partner: { country: "VN", number: "12C08120" },
    }),
    bad: [{ partner: { country: "CN", number: "桂A12345" } }, "transfer_needs_vn_plate", "partner.country"],
    other: { partner: { country: "VN", number: "12C99999" } },
  },
  {
    name: "allowInland",
    right: customs,
    wrong: yard,
    ready: async () => ofTrip(checked(await importInYard(world))),
    bad: [nowhere, "trip_not_found"],
    other: nowhere,
  },
  {
    name: "release",
    right: dispatcher,
    wrong: firm,
    ready: async () => ofTrip(checked(await inYard(world))),
    bad: [{ seen: 1 }, "stale_state"],
    other: nowhere,
  },
  {
    name: "crossOut",
    right: guard,
    wrong: dispatcher,
    ready: () => ofTrip(released("export")),
    bad: [nowhere, "trip_not_found"],
    other: nowhere,
  },
  {
    name: "confirmReturn",
    right: guard,
    wrong: yard,
    ready: () => ofTrip(abroad()),
    bad: [nowhere, "trip_not_found"],
    other: nowhere,
  },
  {
    name: "leave",
    right: yard,
    wrong: customs,
    ready: () => ofTrip(released("import")),
    bad: [nowhere, "trip_not_found"],
    other: nowhere,
  },
  {
    name: "refuseTrip",
    right: guard,
    wrong: firm,
    ready: async () => ({ ...(await ofTrip(failed())), reason: "Không đạt" }),
    bad: [{ reason: "\u0000" }, "invalid_input", "reason"],
    other: { reason: "Khác" },
  },
];

testCommands(() => world, commands);
