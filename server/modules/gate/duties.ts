import type { Party } from "@moc/contract/gate/trip.ts";
import { forceRoles, type Role } from "@moc/contract/values/actor.ts";

const filing = ["firm", "customs_agent", "dispatcher", "yard_operator"] as const;
const working = ["dispatcher", ...forceRoles, "traffic_police", "yard_operator"] as const;
const steering = ["dispatcher", "traffic_police", "board_leader"] as const;

/**
 * In which duties something may be done at the gate, said once: for the policy, for the record of who did it in which duty,
 * and for telling everybody else whose it is. What else a permission asks, the policy says.
 */
export const duties = {
  declare: filing,
  keep_draft: filing,
  // Handing a slip out, or taking it back.
  issue_driver_link: filing,
  void_slips: filing,
  call_forward: ["dispatcher"],
  switch_automatic: ["dispatcher"],
  // Who steers the flow on the road; truck by truck the state tables say the same.
  divert_queue: ["dispatcher", "traffic_police"],
  give_mandate: ["firm"],
  issue_bulletin: ["dispatcher"],
  stand_duty: working,
  // Who runs the route, and who guards it.
  declare_paper: ["dispatcher", "border_guard"],
  reserve_slips: working,
  enter_paper: working,
  // Which kinds the organisation is competent for is dated data of the pack.
  give_order: steering,
  // Whoever speaks with the other side at the gate.
  record_notice: ["dispatcher", "border_guard", "board_leader"],
  // Whoever is told by the station or the market how many passed.
  record_count: ["dispatcher", "border_guard"],
} as const satisfies Record<string, readonly Role[]>;

export type ByDuty = keyof typeof duties;

// As the messages call them; several duties under one name come before those that are named one by one.
const names = [
  ["declarant", ["firm", "customs_agent"]],
  ["declarant", ["firm"]],
  ["dispatcher", ["dispatcher"]],
  ["force", forceRoles],
  ["border_guard", ["border_guard"]],
  ["traffic_police", ["traffic_police"]],
  ["yard", ["yard_operator"]],
  ["board_leader", ["board_leader"]],
] as const satisfies readonly (readonly [Party | "board_leader", readonly Role[]])[];

/** Whose something is, as the value `who` of the reason `not_allowed`. */
export function whose(what: ByDuty): string {
  const left = new Set<Role>(duties[what]);
  const holders = names.filter(([, roles]) => {
    const all = roles.every((role) => left.has(role));
    if (all) for (const role of roles) left.delete(role);
    return all;
  });
  return [...holders.map(([name]) => name), ...left].join(",");
}
