import type { OpeningException, Route } from "@moc/contract/registry/rows.ts";
import { expect, test } from "vitest";
import { type OpeningFacts, openStretches, routeDay, routeOpenness } from "./opening.ts";

const row = {
  source: { confidence: "press" as const, citation: "x" },
  validity: { validFrom: null, validTo: null, recordedFrom: "2026-01-01T00:00:00.000Z", recordedTo: null },
  revision: 1,
};
const text = { vi: "v", en: "e", zh: "z" };

const road: Route = {
  kind: "route",
  key: "road",
  name: text,
  shortName: text,
  aliases: [],
  gate: null,
  type: "freight_road",
  markers: null,
  counterpart: null,
  road: null,
  order: 1,
  cargo: "active",
  admits: [],
  ...row,
};

const exception = (over: Partial<OpeningException>): OpeningException => ({
  kind: "opening_exception",
  key: "special",
  routes: ["road"],
  traffic: "goods",
  firstDay: "2024-02-10",
  lastDay: "2024-02-13",
  mode: "closed",
  hours: "whole_day",
  bands: [],
  reason: text,
  ...row,
  ...over,
});

const facts = (...exceptions: OpeningException[]): OpeningFacts => ({
  routes: [road, { ...road, key: "idle", cargo: "none" }, { ...road, key: "silent" }],
  openings: [
    {
      kind: "opening",
      key: "week",
      route: "road",
      traffic: "goods",
      bands: [{ days: [1, 2, 3, 4, 5, 6], from: "07:00", to: "18:00", mode: "open" }],
      ...row,
    },
  ],
  exceptions,
  offset: 7 * 3_600_000,
});

const at = (text_: string) => Date.parse(`${text_}:00+07:00`);
const bands = (given: OpeningFacts, day: string) =>
  routeDay(given, "road", day).bands?.map((band) => `${band.from}-${band.to} ${band.mode}`);

test("an ordinary working day is open in the hours of the week and closed on the day left out", () => {
  expect(bands(facts(), "2024-02-09")).toEqual(["07:00-18:00 open"]);
  expect(bands(facts(), "2024-02-11")).toEqual([]);
});

test("at the stroke of opening it is open, at the stroke of closing no longer", () => {
  expect(routeOpenness(facts(), "road", at("2024-02-09T07:00"))).toMatchObject({
    state: "open",
    until: "2024-02-09T11:00:00.000Z",
    opensAt: "07:00",
    closesAt: "18:00",
  });
  expect(routeOpenness(facts(), "road", at("2024-02-09T18:00"))).toMatchObject({
    state: "closed",
    until: "2024-02-10T00:00:00.000Z",
  });
});

test("before opening and after closing it is closed, to the last minute of the day", () => {
  for (const clock of ["00:00", "06:59", "18:00", "23:59"]) {
    expect(routeOpenness(facts(), "road", at(`2024-02-09T${clock}`))?.state).toBe("closed");
  }
});

test("a closing that lasts over days says when the route opens again", () => {
  const shut = routeOpenness(facts(exception({})), "road", at("2024-02-10T09:00"));
  expect(shut).toMatchObject({ state: "closed", until: "2024-02-14T00:00:00.000Z", reason: text });
});

test("days for registered vehicles only keep the hours of the week", () => {
  const given = facts(exception({ mode: "pre_registered", hours: "ordinary" }));
  expect(bands(given, "2024-02-10")).toEqual(["07:00-18:00 pre_registered"]);
  expect(routeOpenness(given, "road", at("2024-02-11T09:00"))).toMatchObject({ state: "closed" });
  expect(routeOpenness(given, "road", at("2024-02-12T09:00"))).toMatchObject({
    state: "pre_registered",
    registeredBefore: "2024-02-09T17:00:00.000Z",
  });
});

test("a weekly stretch for registered vehicles takes those who registered before it began", () => {
  const band = { days: [5], from: "18:00", to: "20:00", mode: "pre_registered" as const };
  const given: OpeningFacts = {
    ...facts(),
    openings: facts().openings.map((opening) => ({
      ...opening,
      bands: [...(opening.bands ?? []), band],
    })),
  };
  expect(routeOpenness(given, "road", at("2024-02-09T19:00"))).toMatchObject({
    state: "pre_registered",
    registeredBefore: "2024-02-09T11:00:00.000Z",
  });
  expect(routeOpenness(given, "road", at("2024-02-09T12:00"))).toMatchObject({ registeredBefore: null });
});

test("closed bands cut the hours of the week, open bands replace them", () => {
  const shut = [
    { from: "09:00", to: "10:30" },
    { from: "17:00", to: "19:00" },
  ];
  expect(bands(facts(exception({ hours: "bands", bands: shut })), "2024-02-10")).toEqual([
    "07:00-09:00 open",
    "10:30-17:00 open",
  ]);
  const late = exception({ mode: "open", hours: "bands", bands: [{ from: "07:00", to: "24:00" }] });
  expect(bands(facts(late), "2024-02-11")).toEqual(["07:00-24:00 open"]);
  expect(bands(facts(exception({ mode: "open", hours: "whole_day" })), "2024-02-11")).toEqual([
    "00:00-24:00 open",
  ]);
});

test("hours that no source states are unknown, neither open nor closed", () => {
  const given = facts(exception({ hours: "unknown" }));
  expect(routeDay(given, "road", "2024-02-10")).toMatchObject({ bands: null, exception: "special" });
  expect(routeOpenness(given, "road", at("2024-02-10T09:00"))).toMatchObject({
    state: "hours_unknown",
    until: "2024-02-13T17:00:00.000Z",
  });
  expect(routeOpenness(facts(), "silent", at("2024-02-09T09:00"))).toMatchObject({
    state: "hours_unknown",
    until: null,
  });
});

test("of two exceptions for one day the one stated for fewer days wins", () => {
  const oneDay = exception({
    key: "relief",
    firstDay: "2024-02-12",
    lastDay: "2024-02-12",
    mode: "open",
    hours: "ordinary",
  });
  expect(bands(facts(exception({}), oneDay), "2024-02-12")).toEqual(["07:00-18:00 open"]);
  expect(bands(facts(exception({}), oneDay), "2024-02-13")).toEqual([]);
});

test("of two exceptions for equally many days the first by key wins, in whatever order they come", () => {
  const first = exception({ key: "a", mode: "open", hours: "ordinary" });
  const second = exception({ key: "b" });
  for (const given of [facts(first, second), facts(second, first)]) {
    expect(bands(given, "2024-02-12")).toEqual(["07:00-18:00 open"]);
  }
});

test("an exception that rests on the week's hours is unknown where those are", () => {
  for (const over of [
    { mode: "pre_registered" as const, hours: "ordinary" as const },
    { hours: "bands" as const, bands: [{ from: "09:00", to: "10:00" }] },
  ]) {
    const given = facts(exception({ routes: ["silent"], ...over }));
    expect(routeDay(given, "silent", "2024-02-12").bands).toBe(null);
  }
});

test("a day of several bands is read from morning to evening, however they are listed", () => {
  const band = { days: [5], mode: "open" as const };
  const given: OpeningFacts = {
    ...facts(),
    openings: facts().openings.map((opening) => ({
      ...opening,
      bands: [
        { ...band, from: "18:30", to: "24:00" },
        { ...band, from: "00:00", to: "06:00" },
        { ...band, from: "05:00", to: "12:00" },
      ],
    })),
  };
  expect(bands(given, "2024-02-09")).toEqual(["00:00-06:00 open", "05:00-12:00 open", "18:30-24:00 open"]);
  expect(routeOpenness(given, "road", at("2024-02-09T05:30"))).toMatchObject({
    state: "open",
    until: "2024-02-09T05:00:00.000Z",
  });
  expect(routeOpenness(given, "road", at("2024-02-09T23:00"))?.until).toBe("2024-02-09T17:00:00.000Z");
});

test("an exception for people leaves goods alone, and one for another route too", () => {
  const given = facts(exception({ traffic: "people" }), exception({ key: "elsewhere", routes: ["silent"] }));
  expect(bands(given, "2024-02-10")).toEqual(["07:00-18:00 open"]);
});

test("a route without goods says so, and a route that does not exist on the day is none", () => {
  expect(routeOpenness(facts(), "idle", at("2024-02-09T09:00"))?.state).toBe("no_cargo");
  expect(routeOpenness(facts(), "nowhere", at("2024-02-09T09:00"))).toBe(null);
  const later: OpeningFacts = {
    ...facts(),
    routes: [{ ...road, validity: { ...row.validity, validFrom: "2024-02-10" } }],
  };
  expect(routeOpenness(later, "road", at("2024-02-09T23:59"))).toBe(null);
  expect(routeOpenness(later, "road", at("2024-02-10T00:00"))?.state).toBe("closed");
});

test("of the time between two instants only the hours count in which the route is not closed", () => {
  const hours = (route: string, from: string, to: string) =>
    openStretches(facts(), route, at(from), at(to)).map((one) => (one.to - one.from) / 3_600_000);
  expect(hours("road", "2024-02-09T16:00", "2024-02-10T08:30")).toEqual([2, 1.5]);
  expect(hours("road", "2024-02-10T18:00", "2024-02-12T07:00")).toEqual([]);
  expect(hours("road", "2024-02-09T08:00", "2024-02-09T09:00")).toEqual([1]);
  expect(hours("silent", "2024-02-09T22:00", "2024-02-10T01:00")).toEqual([2, 1]);
});
