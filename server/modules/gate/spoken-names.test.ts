import { expect, test } from "vitest";
import { withNames } from "./spoken-names.ts";

const local = (text: string) => ({ vi: `${text} vi`, en: `${text} en`, zh: `${text} zh` });
const rules = (customs: string) =>
  ({
    kindsKnown: [{ key: "customs", name: local(customs) }],
    route: [],
    yard: [],
    park: [],
    gate: [],
  }) as never; // as: of the rows these fields alone are read

test("each value that names rows is named in every language, under its own name, as often as it is asked for", () => {
  const today = rules("Customs");
  const named = {
    who: "customs",
    who_vi: "Customs vi",
    who_en: "Customs en",
    who_zh: "Customs zh",
    check: "customs",
    check_vi: "Customs vi",
    check_en: "Customs en",
    check_zh: "Customs zh",
  };
  for (let time = 0; time < 2; time += 1)
    expect(withNames({ who: "customs", check: "customs" }, today)).toEqual(named);
});

test("other rules name the same row otherwise, and what they do not know stays as it is", () => {
  expect(withNames({ who: "customs" }, rules("Customs"))).toMatchObject({ who_en: "Customs en" });
  const later = rules("Customs house");
  expect(withNames({ who: "customs" }, later)).toMatchObject({ who_en: "Customs house en" });
  for (const params of [{ who: "customs,nobody" }, { reason: "customs" }])
    expect(withNames(params, later)).toEqual(params);
});
