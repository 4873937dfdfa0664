import { expect, test } from "vitest";
import { passedOverBy } from "./passed-over.ts";
import { after, checkDecided, eventOf, opened, signalled } from "./samples.ts";

const arrival = [signalled(), signalled("barrier", "device-1"), eventOf.confirm_arrival];
const holding = after(opened("export_vn"), arrival);

test("a truck is passed over while a check holds or has failed, or its goods are not known", () => {
  expect(passedOverBy(holding)).toBeNull();
  expect(passedOverBy({ ...holding, goods: [] })).toBe("goods_unknown");
  const held = after({ ...holding, goods: [] }, [checkDecided("customs", "hold")], 5);
  expect(passedOverBy(held)).toBe("check_hold");
  expect(passedOverBy(after(held, [checkDecided("plant_quarantine", "fail")], 6))).toBe("check_failed");
  expect(
    passedOverBy(after(holding, [checkDecided("customs", "hold"), checkDecided("customs")], 5)),
  ).toBeNull();
});
