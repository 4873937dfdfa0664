import { expect, test } from "vitest";
import { draftedNotice, emptyNotice, noticeDraftOf } from "./notice-draft.ts";

const now = "2026-01-15T05:00:00.000Z";
const filled = {
  ...emptyNotice(now),
  route: "1119-1120",
  from: "2026-01-15T14:00",
  toldBy: "Hải quan Bằng Tường",
};

test("a closure needs its beginning; without an end it is open", () => {
  expect(draftedNotice({ ...filled, from: "" }, null)).toBeUndefined();
  expect(draftedNotice(filled, null)).toMatchObject({
    routes: ["1119-1120"],
    says: { kind: "closure", from: "2026-01-15T07:00:00.000Z", to: null },
    toldAt: now,
    words: null,
  });
});

test("a notice that is corrected fills the form, and gives the same notice again", () => {
  const notice = draftedNotice({ ...filled, to: "2026-01-15T16:00", cause: "system" }, null);
  if (notice === undefined) throw new Error("the form is whole");
  const view = {
    ...notice,
    id: "n",
    recordedAt: now,
    state: "stands" as const,
    withdrawReason: null,
    simulated: false,
  };
  expect(draftedNotice(noticeDraftOf(view, now), "n")).toEqual({ ...notice, corrects: "n" });
});
