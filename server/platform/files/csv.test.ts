import { expect, it } from "vitest";
import { csvLine } from "./csv.ts";

it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1+1", "＠SUM(A1)"])(
  "a spreadsheet computes nothing of %j",
  (text) => {
    expect(csvLine([text]).replace(/^"/, "").startsWith("'")).toBe(true);
  },
);

it("quotes what would break the line and leaves the rest as it is", () => {
  expect(csvLine(['a "b"', "c,d", "e\nf", "Sầu riêng 榴莲", -5, null])).toBe(
    '"a ""b""","c,d","e\nf",Sầu riêng 榴莲,-5,\r\n',
  );
});
