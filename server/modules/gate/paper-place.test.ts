import { fold } from "@moc/engines/gate/fold.ts";
import { wayOf } from "@moc/engines/gate/passed-over.ts";
import { callOrder, noCredit } from "@moc/engines/gate/queue.ts";
import { declaredEvent, minute } from "@moc/engines/gate/samples.ts";
import type { Trip } from "@moc/engines/gate/trip.ts";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Queue } from "./queue-store.ts";
import { settle } from "./settle.ts";

const paper = "00000000-0000-4000-8000-00000000000d";
const rule = { key: "rule", shares: {}, ways: {} };
const trucks = 6;

/** One signal of one truck; `back`: by how many minutes the slip that it is entered from claims an earlier time. */
type Act = { truck: number; second: boolean; back: number | null };

/** Declares trucks, some with a window from minute 100 to 160, and records the acts one minute after the other. */
function play(acts: readonly Act[], booked: readonly boolean[]) {
  const queue: Queue = { route: "r", direction: "export", nextTicket: 1, changes: 0, credit: noCredit };
  const opened = { trip: "", at: minute(0), by: "firm", simulated: false };
  const trips = Array.from({ length: trucks }, (_, at): Trip => {
    const trip = fold(null, { ...opened, trip: String(at), event: declaredEvent("export_vn") });
    const booking = { from: minute(100), to: minute(160), state: "booked" as const };
    return booked[at] === true ? { ...trip, booking } : trip;
  });
  const joined: string[] = [];
  for (const [index, { truck, second, back }] of acts.entries()) {
    const trip = trips[truck];
    if (trip === undefined || trip.state !== "declared") continue;
    const recordedAt = minute(150 + index);
    const origin = second ? "officer" : "book";
    const event = { kind: "gate.signalled", data: { origin, source: origin, place: "park" } } as const;
    const mark =
      back === null
        ? { at: recordedAt, by: origin }
        : { at: minute(150 + index - back), by: origin, paper: { paper, slip: 1, recordedAt } };
    const settled = settle(trip, [event], mark, queue);
    trips[truck] = settled.trip;
    for (const change of settled.changes) {
      expect([change.kind, change.at]).toEqual(["joined", recordedAt]);
      joined.push(change.trip);
    }
  }
  const waiting = trips
    .filter((trip) => trip.state === "holding")
    .map((trip) => ({
      trip: trip.id,
      stream: trip.stream,
      ticket: trip.ticket ?? 0,
      way: wayOf(trip),
      passedOver: null,
    }));
  return {
    joined,
    trips,
    places: callOrder(waiting, rule, noCredit).map(({ trip, way }) => `${trip} ${way}`),
  };
}

const act = fc.record({
  truck: fc.nat(trucks - 1),
  second: fc.boolean(),
  back: fc.option(fc.nat(149), { nil: null }),
});
const runs = { numRuns: process.env.MOC_DEEP ? 5_000 : 100 };

test("back-dating never improves a place: the order is the same whatever times stand on the slips", () => {
  fc.assert(
    fc.property(
      fc.array(act, { minLength: 4, maxLength: 30 }),
      fc.array(fc.boolean(), { minLength: trucks, maxLength: trucks }),
      (acts, booked) => {
        const claimed = play(acts, booked);
        const honest = play(
          acts.map((one) => ({ ...one, back: null })),
          booked,
        );
        expect(claimed.places).toEqual(honest.places);
        expect(claimed.joined).toEqual(honest.joined);
        expect(claimed.trips.map((trip) => [trip.liveAt, trip.booking?.state])).toEqual(
          honest.trips.map((trip) => [trip.liveAt, trip.booking?.state]),
        );
      },
    ),
    runs,
  );
});
