import type { CheckView } from "@moc/contract/gate/check.ts";
import type { TripRow } from "@moc/contract/gate/trip.ts";
import { forceRoles, type Role } from "@moc/contract/values/actor.ts";
import { useQueries } from "@tanstack/react-query";
import { orpc } from "../../../shell/api.ts";
import { useZoneRegistry } from "../../../shell/names.ts";
import { useSession } from "../../../shell/session.tsx";
import { useCheckKinds } from "../check-kinds.ts";

// Whose desk shows checks as its work: those of its force. What may be decided the server says with each trip.
const forces: ReadonlySet<Role> = new Set(forceRoles);

/** Where trucks stand that forces check: come in over Km0, at the gate, in a yard, loaded over. */
const checkedAt = ["crossed_in", "at_gate", "in_yard", "transferred"] as const;

/** Trucks there that wait for a check of this desk's force, all of them for other duties; `gate` empty: at every gate. */
export function useWork(gate: string) {
  const { account } = useSession();
  const kindOf = useCheckKinds();
  const { data: zone } = useZoneRegistry();
  const roles: readonly Role[] = account.roles;
  const isOwn = ({ kind }: CheckView) => roles.some((role) => role === kindOf(kind)?.force);
  const list = (state: (typeof checkedAt)[number]) => ({
    ...orpc.gate.listTrips.queryOptions({ input: { state, limit: 100 } }),
    refetchInterval: 15_000,
  });
  const lists = useQueries({ queries: checkedAt.map(list) });
  const here = (trip: TripRow) =>
    gate === "" || zone?.route.find((route) => route.key === trip.route)?.gate === gate;
  const open = (trip: TripRow) =>
    !roles.some((role) => forces.has(role)) ||
    trip.checks.some((check) => isOwn(check) && check.state !== "pass" && check.state !== "fail");
  return {
    rows: lists
      .flatMap((one) => one.data?.rows ?? [])
      .filter((trip) => here(trip) && open(trip))
      .toSorted((a, b) => a.stateSince.localeCompare(b.stateSince)),
    loading: lists.some((one) => one.isPending),
    error: lists.find((one) => one.error)?.error ?? null,
    retry: () => void Promise.all(lists.map((one) => one.refetch())),
  };
}

const keptGate = "moc.desk.gate";

/** The gate at which this device stands, kept over days; empty: every gate. */
export const deskGate = {
  read: (): string => localStorage.getItem(keptGate) ?? "",
  keep: (gate: string): void =>
    gate === "" ? localStorage.removeItem(keptGate) : localStorage.setItem(keptGate, gate),
};
