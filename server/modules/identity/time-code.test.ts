import { expect, test } from "vitest";
import { base32, codeOf, stepOf, stepOfCode } from "./time-code.ts";

// RFC 6238, appendix B, SHA-1: the last six of its eight digits.
const secret = Buffer.from("12345678901234567890");
const published = [
  [59, "287082"],
  [1111111109, "081804"],
  [1111111111, "050471"],
  [1234567890, "005924"],
  [2000000000, "279037"],
  [20000000000, "353130"],
] as const;

test("codes are those of the standard", () => {
  for (const [seconds, code] of published)
    expect(codeOf(secret, stepOf(new Date(seconds * 1000)))).toBe(code);
});

test("a code holds in its own step and in the ones beside it, once", () => {
  const at = (seconds: number) => new Date(seconds * 1000);
  const step = stepOf(at(1111111109));
  for (const seconds of [1111111050, 1111111080, 1111111139])
    expect(stepOfCode(secret, "081804", at(seconds), null)).toBe(step);
  for (const seconds of [1111111049, 1111111140])
    expect(stepOfCode(secret, "081804", at(seconds), null)).toBeNull();
  expect(stepOfCode(secret, "081804", at(1111111109), step)).toBeNull();
  expect(stepOfCode(secret, "081805", at(1111111109), null)).toBeNull();
  expect(stepOfCode(secret, "", at(1111111109), null)).toBeNull();
});

test("base 32 is that of the standard", () => {
  const pairs = {
    "": "",
    f: "my",
    fo: "mzxq",
    foo: "mzxw6",
    foob: "mzxw6yq",
    fooba: "mzxw6ytb",
    foobar: "mzxw6ytboi",
  };
  for (const [plain, coded] of Object.entries(pairs)) expect(base32(Buffer.from(plain))).toBe(coded);
});
