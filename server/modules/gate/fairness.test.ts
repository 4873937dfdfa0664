import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openWorld, passTime, type World } from "../../../test/world/open-world.ts";
import {
  barrier,
  call,
  command,
  customs,
  declaration,
  declare,
  dispatcher,
  exportOrder,
  firm,
  guard,
  holding,
  otherFirm,
  park,
  position,
  route,
  yard,
  yardKey,
} from "../../../test/world/trips.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
// Each test finds the queue empty.
beforeEach(async () => {
  for (const trip of await order()) {
    await world.as(dispatcher).gate.withdrawTrip({ ...command(), trip, reason: "dọn hàng chờ" });
  }
});

const ore = [{ name: "Quặng", class: "ore" as const }];

const order = () => exportOrder(world);

const pass = (minutes: number) => passTime(world, minutes);

describe("a place", () => {
  test("is not improved by choosing ids, resending or naming a time", async () => {
    const first = await holding(world);
    const trip = (await declare(world)).id;
    const low = {
      command: "00000000-0000-4000-8000-000000000001",
      trip,
      origin: "barrier",
      place: park,
    } as const;
    await world.as(barrier).gate.signalArrival(low);
    const dated = {
      ...command(),
      trip,
      origin: "position",
      place: park,
      recordedAt: "2020-01-01T00:00:00.000Z",
    };
    await expect(world.as(position).gate.signalArrival(dated as never)).rejects.toMatchObject({
      code: "invalid_input",
    }); // as: the contract has no such key
    const second = { ...command(), trip, origin: "position", place: park } as const;
    await world.as(position).gate.signalArrival(second);
    const third = await holding(world);
    await world.as(barrier).gate.signalArrival(low);
    await world.as(position).gate.signalArrival(second);
    expect(await order()).toEqual([first.id, trip, third.id]);
  });

  test("is not taken by one side alone: driver and firm, one device twice, or two places", async () => {
    const trip = (await declare(world)).id;
    const link = { ...firm, id: randomUUID(), kind: "link" as const, roles: [], trip };
    const at = { trip, place: park } as const;
    await world.as(link).gate.signalArrival({ ...command(), ...at, origin: "driver" });
    await expect(
      world.as(firm).gate.signalArrival({ ...command(), ...at, origin: "driver" }),
    ).rejects.toMatchObject({ code: "driver_signal_alone" });
    for (const origin of ["barrier", "position", "officer"] as const) {
      await expect(world.as(firm).gate.signalArrival({ ...command(), ...at, origin })).rejects.toMatchObject({
        code: "not_allowed",
      });
    }
    const elsewhere = { ...command(), trip, place: "non-tariff-area", origin: "barrier" } as const;
    expect((await world.as(barrier).gate.signalArrival(elsewhere)).trip.state).toBe("declared");
    await expect(world.as(barrier).gate.signalArrival({ ...elsewhere, ...command() })).rejects.toMatchObject({
      code: "signal_not_independent",
    });
    const confirmed = await world.as(barrier).gate.signalArrival({ ...command(), ...at, origin: "barrier" });
    expect(confirmed.trip.state).toBe("holding");
  });

  test("begins with the second signal, not with the first", async () => {
    const early = (await declare(world)).id;
    await world.as(barrier).gate.signalArrival({ ...command(), trip: early, origin: "barrier", place: park });
    await pass(30);
    const other = await holding(world);
    await pass(5);
    await world
      .as(position)
      .gate.signalArrival({ ...command(), trip: early, origin: "position", place: park });
    expect(await order()).toEqual([other.id, early]);
  });

  test("is lost by a change to another stream or route, and kept when only unknown goods become known", async () => {
    const unknown = await holding(world, { goods: [] });
    const durian = await holding(world);
    const later = await holding(world);
    const amend = (trip: string, goods: typeof ore) =>
      world.as(firm).gate.amendDeclaration({ ...command(), trip, goods });
    await amend(unknown.id, [{ name: "Mít", class: "fruit" as never }]);
    expect(await order()).toEqual([unknown.id, durian.id, later.id]);
    await amend(durian.id, ore);
    await amend(durian.id, [{ name: "Mít", class: "fruit" as never }]);
    expect(await order()).toEqual([unknown.id, later.id, durian.id]);
    const { changes } = await world.as(firm).gate.explainPlace({ trip: durian.id });
    expect(changes.at(-1)).toMatchObject({ to: 3 });
    await world.as(firm).gate.amendDeclaration({ ...command(), trip: unknown.id, route: "1116-1117" });
    await world.as(firm).gate.amendDeclaration({ ...command(), trip: unknown.id, route });
    expect(await order()).toEqual([later.id, durian.id, unknown.id]);
    // It came back to the queue that it had left: its history ends where it stands.
    const there = await world.as(firm).gate.explainPlace({ trip: unknown.id });
    expect([there.place, there.changes.at(-1)?.cause]).toEqual([3, "joined"]);
  });

  test("keeps the truck and driver that were swapped, and is nobody else's to amend", async () => {
    const trip = await holding(world);
    await holding(world);
    const driver = { name: "Lê Văn Hai", paper: "001122334455" };
    await expect(
      world.as(otherFirm).gate.amendDeclaration({ ...command(), trip: trip.id, driver }),
    ).rejects.toMatchObject({ code: "not_allowed" });
    await world.as(firm).gate.amendDeclaration({ ...command(), trip: trip.id, driver });
    expect((await order())[0]).toBe(trip.id);
    expect((await world.as(guard).gate.readTrip({ trip: trip.id })).trip.driver.name).toBe("Lê Văn Hai");
  });

  test("stays with the owner when the truck is swapped, and the story tells both plates", async () => {
    const [other, swapped] = [await holding(world), await holding(world)];
    await holding(world);
    const before = (await world.as(firm).gate.readTrip({ trip: swapped.id })).trip;
    const amend = (vehicle: typeof other.plate, vin?: string) =>
      world.as(firm).gate.amendDeclaration({
        ...command(),
        trip: swapped.id,
        vehicle: { ...declaration().vehicle, plate: vehicle, vin },
      });
    await expect(amend(other.plate)).rejects.toMatchObject({
      code: "plate_on_open_trip",
      data: { fields: [expect.objectContaining({ path: "vehicle.plate" })] },
    });
    const { plate } = declaration().vehicle;
    const { trip } = await amend(plate, "LZZ5CCSD0RA123457");
    expect(trip).toMatchObject({ plate, place: before.place, ticket: before.ticket, liveAt: before.liveAt });
    expect(trip.owner.person).toBe(before.owner.person);
    const { lines } = await world.as(guard).gate.readStory({ trip: swapped.id });
    const told = lines.flatMap(({ kind, data }) => (kind === "gate.amended" ? [data] : []));
    expect(told).toEqual([expect.objectContaining({ changed: ["vehicle"], was: before.plate })]);
    expect((await order()).indexOf(swapped.id)).toBe((before.place ?? 0) - 1);
    // The truck that went may come again, on a trip of its own and at the end.
    const again = await holding(world, { vehicle: { ...declaration().vehicle, plate: before.plate } });
    expect((await order()).at(-1)).toBe(again.id);
    // Its VIN is on an open trip now.
    const twin = { vehicle: { ...declaration().vehicle, vin: "LZZ5CCSD0RA123457" } };
    await expect(declare(world, twin)).rejects.toMatchObject({ code: "vin_on_open_trip" });
  });
});

describe("a call", () => {
  test("passes over a held truck with its reason in the log, and the truck keeps its place", async () => {
    const held = await holding(world);
    const next = await holding(world);
    const hold = { check: "customs", decision: "hold", reason: "Thiếu tờ khai" } as const;
    await world.as(customs).gate.decideCheck({ ...command(), trip: held.id, ...hold });
    expect((await call(world)).map((trip) => trip.id)).toEqual([next.id]);
    const { lines } = await world.as(dispatcher).gate.readStory({ trip: next.id });
    const called = lines.find((line) => line.kind === "gate.called");
    expect(called?.data.passedOver).toEqual([{ trip: held.id, reason: "check_hold" }]);
    expect(await order()).toEqual([held.id]);
    await expect(call(world)).rejects.toMatchObject({ code: "nobody_to_call" });
    await world
      .as(customs)
      .gate.decideCheck({ ...command(), trip: held.id, check: "customs", decision: "pass" });
    expect((await call(world)).map((trip) => trip.id)).toEqual([held.id]);
  });

  test("does what its preview said", async () => {
    for (let index = 0; index < 6; index += 1) await holding(world, index % 3 === 0 ? { goods: ore } : {});
    const asked = { route, direction: "export", count: 4 } as const;
    const preview = await world.as(dispatcher).gate.previewCall(asked);
    const { called } = await world.as(dispatcher).gate.callForward({ ...command(), ...asked });
    expect(called.map((trip) => trip.id)).toEqual(preview.called);
    expect(preview.factors.travelHours).toBeGreaterThan(0);
  });

  test("sent by two dispatchers at once takes each truck once", async () => {
    for (let index = 0; index < 6; index += 1) await holding(world);
    const calls = await Promise.all([call(world, 2), call(world, 2), call(world, 2)]);
    const ids = calls.flatMap((trips) => trips.map((trip) => trip.id));
    expect(new Set(ids).size).toBe(6);
    expect(await order()).toEqual([]);
  });

  test("that nobody answers expires, and so does a declaration that never arrives", async () => {
    const declared = await declare(world);
    const waiting = await holding(world);
    const called = await holding(world);
    await call(world, 1);
    await pass(119);
    expect((await world.as(guard).gate.readTrip({ trip: waiting.id })).trip.state).toBe("called");
    await pass(1);
    expect((await world.as(guard).gate.readTrip({ trip: waiting.id })).trip.state).toBe("expired");
    expect((await world.as(guard).gate.readTrip({ trip: called.id })).trip.state).toBe("holding");
    await pass(3 * 24 * 60);
    expect((await world.as(guard).gate.readTrip({ trip: declared.id })).trip.state).toBe("expired");
    expect((await world.as(guard).gate.readTrip({ trip: called.id })).trip.state).toBe("holding");
  });
});

test("many arrivals at once stand in the order in which they were recorded", async () => {
  const trips = await Promise.all(Array.from({ length: 8 }, () => declare(world)));
  const at = { place: park } as const;
  await Promise.all(
    trips.map(({ id }) =>
      world.as(barrier).gate.signalArrival({ ...command(), ...at, trip: id, origin: "barrier" }),
    ),
  );
  await Promise.all(
    trips.map(({ id }) =>
      world.as(position).gate.signalArrival({ ...command(), ...at, trip: id, origin: "position" }),
    ),
  );
  const recorded = await world.asOwner(
    "SELECT subject, (data->>'ticket')::int AS ticket FROM event WHERE kind = 'gate.arrived' AND subject = ANY ($1) ORDER BY seq",
    [trips.map((trip) => trip.id)],
  );
  const rows = recorded as { subject: string; ticket: number }[]; // as: selected just above
  const first = rows[0]?.ticket ?? 0;
  expect(rows.map((row) => row.ticket - first)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(await order()).toEqual(rows.map((row) => row.subject));
});

test("a slot of a yard is given once", async () => {
  await holding(world);
  await holding(world);
  const [one, two] = await call(world, 2);
  const slot = { yard: yardKey, slot: "A-01" };
  for (const trip of [one, two]) await world.as(guard).gate.reachGate({ ...command(), trip: trip?.id ?? "" });
  await world.as(yard).gate.enterYard({ ...command(), trip: one?.id ?? "", ...slot });
  await expect(
    world.as(yard).gate.enterYard({ ...command(), trip: two?.id ?? "", ...slot }),
  ).rejects.toMatchObject({ code: "slot_taken", data: { fields: [{ path: "slot" }] } });
});

test("a firm sees its own trips alone, and the past of a trip as it was", async () => {
  const trip = await holding(world);
  await expect(world.as(otherFirm).gate.readTrip({ trip: trip.id })).rejects.toMatchObject({
    code: "not_allowed",
  });
  expect((await world.as(otherFirm).gate.listTrips({ limit: 10 })).total).toBe(0);
  expect(
    (await world.as(firm).gate.listTrips({ limit: 10, search: trip.plate.number.slice(-4) })).total,
  ).toBe(1);
  expect((await world.as(firm).gate.listTrips({ limit: 10, search: trip.code })).total).toBe(1);
  await pass(26 * 60);
  const day = trip.stateSince.slice(0, 10);
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 2 * 86_400_000).toISOString().slice(0, 10);
  await call(world);
  expect((await world.as(firm).gate.readTrip({ trip: trip.id, asOf: next })).trip.state).toBe("called");
  const past = await world.as(firm).gate.readTrip({ trip: trip.id, knownAt: trip.stateSince });
  expect([past.trip.state, past.trip.may]).toEqual(["holding", []]);
});

test("the history of a place as known at an instant ends with what had been recorded by then", async () => {
  const first = await holding(world);
  await pass(10);
  const own = await holding(world);
  const joined = world.zone.platform.clock.now().toISOString();
  const before = new Date(Date.parse(joined) - 1).toISOString();
  await pass(10);
  await call(world, 1);
  const explain = (knownAt?: string) => world.as(firm).gate.explainPlace({ trip: own.id, knownAt });
  expect(await explain(before)).toEqual({ changes: [], place: null });
  expect(await explain(joined)).toMatchObject({ changes: [{ cause: "joined", to: 2 }], place: 2 });
  const now = await explain();
  expect(now).toMatchObject({ changes: [{ cause: "joined" }, { cause: "called_ahead" }], place: 1 });
  expect(await explain(world.zone.platform.clock.now().toISOString())).toEqual(now);
  expect((await world.as(guard).gate.readTrip({ trip: first.id })).trip.state).toBe("called");
});
