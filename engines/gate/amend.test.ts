import { tripStates } from "@moc/contract/gate/trip.ts";
import { expect, test } from "vitest";
import { amendable } from "./amend.ts";
import { pendingCheck } from "./checks.ts";

const exported = { kind: "export_vn" as const, wayHome: null };
const untouched = [pendingCheck("customs"), pendingCheck("plant_quarantine")];
const touched = [pendingCheck("customs"), { ...pendingCheck("plant_quarantine"), state: "hold" as const }];

const all = ["vehicle", "driver", "goods", "route", "customsNumbers"];
const late = ["goods", "route", "customsNumbers"];

test("vehicle and driver close when called or crossed in, the rest with the release or the transfer", () => {
  const open = Object.fromEntries(
    tripStates.map((state) => [state, amendable({ ...exported, state, checks: untouched })]),
  );
  expect(open).toEqual({
    declared: all,
    travelling: all,
    holding: all,
    called: late,
    at_gate: late,
    crossed_in: late,
    in_yard: late,
    checks_done: late,
    transferred: ["customsNumbers"],
    inland_allowed: ["customsNumbers"],
    released: [],
    abroad: [],
    returned: [],
    closed: [],
    withdrawn: [],
    refused: [],
    expired: [],
  });
});

test("goods close with the first check that is decided", () => {
  for (const state of tripStates) {
    const before = amendable({ ...exported, state, checks: untouched });
    expect(amendable({ ...exported, state, checks: touched })).toEqual(
      before.filter((field) => field !== "goods"),
    );
  }
});

test("an import by VN truck may still say abroad what it loads; an export there declares its return apart", () => {
  const fetching = { ...exported, kind: "import_vn" as const, state: "abroad" as const, checks: untouched };
  expect(amendable(fetching)).toEqual(late);
  const wayHome = { since: "2026-01-15T00:00:00.000Z", transfer: null };
  const home = { ...exported, state: "crossed_in" as const, checks: untouched, wayHome };
  expect(amendable(home)).toEqual([]);
  expect(amendable({ ...home, wayHome: null })).toEqual(late);
});
