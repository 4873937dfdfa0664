import { expect, test } from "vitest";
import { languages } from "../../values/text.ts";
import { alertWords } from "./alert-words.ts";

test("the title of every alert says in every language at which route", () => {
  const placeless = Object.entries(alertWords).flatMap(([kind, title]) =>
    languages.filter((lang) => !title[lang].includes("{route}")).map((lang) => `${kind} ${lang}`),
  );
  expect(placeless).toEqual([]);
});
