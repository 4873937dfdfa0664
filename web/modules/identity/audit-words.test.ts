import { expect, test } from "vitest";
import { told, whyWord } from "./audit-words.ts";

test("a change of an account reads in words, the zone itself included", () => {
  expect(told({ roles: ["customs"], organisation: null, disabled: true }, "vi")).toBe(
    "vai trò Hải quan; tổ chức cả khu; khóa có",
  );
});

test("the persons of a list are counted, not spelled out; an open filter is left out", () => {
  expect(told({ persons: ["a", "b"], action: null }, "en")).toBe("persons 2");
  expect(told(null, "en")).toBe("");
});

test("a reason that the program gives is translated, a typed one is kept", () => {
  expect(whyWord("trip page", "zh")).toBe("打开车次页面");
  expect(whyWord("Chuyển công tác", "en")).toBe("Chuyển công tác");
  expect(whyWord(null, "en")).toBe("");
});
