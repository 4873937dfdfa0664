import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import { type Role, roles } from "@moc/contract/values/actor.ts";
import { describe, expect, it } from "vitest";
import { actor } from "../../../test/world/open-world.ts";
import { type ByDuty, duties, whose } from "./duties.ts";
import { mayByDuty } from "./may-by-duty.ts";
import { gatePolicy, type TripRow } from "./policy.ts";

const organisation = "of-the-test";
const person = (role: Role) => actor(role, organisation);

// A trip that leaves nothing but the duty to ask: of the person's organisation, filed by it, on the route of its yard.
const own: TripRow = {
  trip: { id: "", declarant: organisation, onBehalf: { ground: "agent_of_firm", by: organisation } },
  operators: [organisation],
  answers: () => [],
};

const permissions = Object.keys(duties) as ByDuty[]; // as: keys forgets them

describe.each(permissions)("%s", (permission) => {
  it("is for the people of its duties and nobody else", () => {
    const holders = roles.filter((role) => gatePolicy[permission](person(role), own));
    expect(holders.toSorted()).toEqual([...duties[permission]].toSorted());
  });

  it("is told of by names that every language has", () => {
    const names = whose(permission).split(",");
    for (const { parties } of Object.values(gateMessages))
      expect(names.filter((name) => !Object.hasOwn(parties, name))).toEqual([]);
  });
});

it("names all who hold a permission, the forces and the declarants as one", () => {
  expect(whose("declare")).toBe("declarant,dispatcher,yard");
  expect(whose("stand_duty")).toBe("dispatcher,force,traffic_police,yard");
  expect(whose("give_order")).toBe("dispatcher,traffic_police,board_leader");
  expect(whose("record_count")).toBe("dispatcher,border_guard");
});

it("says what may be done, and whose it is if not", () => {
  expect(mayByDuty(person("border_guard"), "declare_paper", "end_paper")).toEqual({
    action: "end_paper",
    allowed: true,
  });
  expect(mayByDuty(person("auditor"), "issue_bulletin")).toEqual({
    action: "issue_bulletin",
    allowed: false,
    reason: "not_allowed",
    params: { who: "dispatcher" },
  });
});
