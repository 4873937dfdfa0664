import { expect, test } from "vitest";
import { fold } from "./fold.ts";
import { after, checkDecided, entry, eventOf, minute, opened, signalled } from "./samples.ts";

const arrival = [signalled(), signalled("barrier", "device-1"), eventOf.confirm_arrival];
const yard = [eventOf.cross_in, eventOf.enter_yard];
const { pair_transfer, transfer_cargo } = eventOf;

test("a transfer knows both plates from the pairing on, and is confirmed when the goods have changed over", () => {
  const paired = after(opened("import_cn"), [...yard, pair_transfer]);
  const { transfer, ...pair } = pair_transfer.data;
  expect(paired.transfer).toEqual({ id: transfer, ...pair, pairedAt: minute(3), confirmedAt: null });
  expect([paired.state, paired.transferredTo]).toEqual(["in_yard", null]);
  const done = after(paired, [eventOf.finish_checks, transfer_cargo], 4);
  expect(done.transfer).toMatchObject({ to: pair.to, pairedAt: minute(3), confirmedAt: minute(5) });
  expect(done).toMatchObject({ state: "transferred", transferredTo: pair.to });
});

test("logs from before the pairing still tell who took the goods over", () => {
  const old = after(opened("import_cn"), [...yard, eventOf.finish_checks, transfer_cargo]);
  expect(old).toMatchObject({ transfer: null, transferredTo: transfer_cargo.data.to });
});

test("a swap changes what is drawn and leaves the tractor as it is", () => {
  const waiting = after(opened("export_vn"), arrival);
  const swapped = fold(waiting, entry(eventOf.swap_unit, 40));
  expect(swapped.vehicle).toEqual({ ...waiting.vehicle, trailer: { country: "VN", number: "12R00123" } });
  expect([swapped.ticket, swapped.state]).toEqual([waiting.ticket, "holding"]);
  const none = { kind: "gate.unit_swapped" as const, data: { trailer: null, containers: [], reason: "off" } };
  expect(fold(swapped, entry(none, 41)).vehicle.trailer).toBeUndefined();
});

test("a diverted truck gives up its place, keeps what was checked, and arrives anew as one that came before", () => {
  const waiting = after(opened("export_vn"), [...arrival, checkDecided("customs")]);
  const sent = fold(waiting, entry(eventOf.divert, 60));
  expect(sent).toMatchObject({
    state: "travelling",
    route: "tan-thanh",
    ticket: null,
    liveAt: null,
    place: null,
    signals: [],
    arrivedAt: minute(30),
    expiresAt: minute(90 * 60),
    diversions: [{ from: "huu-nghi-1119-1120", to: "tan-thanh", at: minute(60), arrived: true }],
  });
  expect(sent.checks).toMatchObject([{ kind: "customs", state: "pass" }]);
  const there = { place: "park-2", liveAt: minute(90), stream: "perishable", ticket: 3 };
  const again = after(
    sent,
    [
      signalled("officer", "officer-2", "park-2"),
      signalled("barrier", "device-2", "park-2"),
      { kind: "gate.arrived", data: there },
    ],
    88,
  );
  expect(again).toMatchObject({ state: "holding", arrivedAt: minute(30), liveAt: minute(90), ticket: 3 });
});

test("a diverted truck leaves its postponement behind with the place that it kept", () => {
  const late = after(opened("export_vn"), [...arrival, eventOf.postpone]);
  expect(late.postponedUntil).not.toBeNull();
  expect(fold(late, entry(eventOf.divert, 60))).toMatchObject({ postponedUntil: null, postponements: 1 });
});

test("a truck that is sent elsewhere on the road had not arrived anywhere", () => {
  const sent = fold(opened("export_vn"), entry(eventOf.divert, 5));
  expect(sent).toMatchObject({ state: "declared", diversions: [{ arrived: false }] });
});
