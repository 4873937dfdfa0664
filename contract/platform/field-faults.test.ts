import { expect, test } from "vitest";
import { z } from "zod";
import { fieldFaults } from "./field-faults.ts";

const Form = z.strictObject({
  name: z.string().min(2),
  class: z.enum(["fruit", "ore"]),
  weightKg: z.number(),
  day: z.iso.date(),
});
const codes = (value: unknown, reportInput = true) =>
  fieldFaults(Form.safeParse(value, { reportInput }).error?.issues ?? [], "en").map(({ path, code }) => [
    path,
    code,
  ]);

test("what is missing is told apart from what is wrong", () => {
  expect(codes({})).toEqual([
    ["name", "required"],
    ["class", "required"],
    ["weightKg", "required"],
    ["day", "required"],
  ]);
  expect(codes({ name: "x", class: "gold", weightKg: "many", day: "2026-02-30" })).toEqual([
    ["name", "too_short"],
    ["class", "not_listed"],
    ["weightKg", "wrong_type"],
    ["day", "date_impossible"],
  ]);
});

test("a validator that does not report its input still tells a missing text from a wrong one", () => {
  const found = new Map(codes({ class: "fruit", weightKg: "1" }, false).map(([path, code]) => [path, code]));
  expect(found.get("name")).toBe("required");
  expect(found.get("weightKg")).toBe("wrong_type");
});

test("a key that the form does not have is named", () => {
  const whole = { name: "Na Chi Lăng", class: "fruit", weightKg: 1, day: "2026-11-22" };
  const { error } = Form.safeParse({ ...whole, colour: "green" });
  expect(fieldFaults(error?.issues ?? [], "vi")[0]?.message).toContain("colour");
});

test("a wanted kind of value is said in the reader's language", () => {
  const { error } = Form.safeParse({ name: "Na", class: "fruit", weightKg: "18 tấn", day: "2026-11-22" });
  const said = (["vi", "en", "zh"] as const).map(
    (lang) => fieldFaults(error?.issues ?? [], lang)[0]?.message,
  );
  expect(said).toEqual([
    "Sai kiểu dữ liệu: cần số.",
    "Wrong kind of value: a number is needed.",
    "数据类型不对：需要 数字。",
  ]);
});
