import { expect, test } from "vitest";
import { statements } from "./rows.ts";
import { sideWords } from "./side-words.ts";

const names = { vi: "X", en: "X", zh: "X" };
const old = {
  kind: "zone",
  key: "x",
  name: names,
  timeZone: "Asia/Tokyo",
  province: names,
  counterpart: { vi: "Y", zh: null },
};

test("a zone whose row is from before the sides had names speaks of them in general words, by one clock", () => {
  const zone = statements.zone.parse(old);
  expect(zone.across.timeZone).toBeNull();
  expect(sideWords(zone, "vi")).toMatchObject({ "across.party": "phía bạn", "across.Party": "Phía bạn" });
  expect(sideWords(zone, "en")["here.Adjective"]).toBe("Domestic");
});

test("a time zone that is none is refused in either place", () => {
  const across = { ...statements.zone.parse(old).across, timeZone: "Asia/Nowhere" };
  expect(statements.zone.safeParse({ ...old, across }).error?.issues[0]?.path).toEqual([
    "across",
    "timeZone",
  ]);
});
