import { expect, test } from "vitest";
import { langs } from "../../../ui/text.ts";
import { alertTitles } from "./alert-title.ts";

test("the title of every alert says in every language at which route", () => {
  const placeless = Object.entries(alertTitles).flatMap(([kind, title]) =>
    langs.filter((lang) => !title[lang].includes("{route}")).map((lang) => `${kind} ${lang}`),
  );
  expect(placeless).toEqual([]);
});
