import type { CheckKindRow, Duty, Organisation } from "@moc/contract/registry/rows.ts";
import type { Role } from "@moc/contract/values/actor.ts";

/** Who would answer: its duties as roles, and for which organisation it acts. */
export type Answerer = { roles: readonly Role[]; organisation: string | null };

/** Where the vehicle is checked: gate and route of its trip. */
export type CheckedAt = { gate: string; route: string };

/** Rows of the registry that hold on the day of the answer. */
export type Charged = { duty: readonly Duty[]; organisation: readonly Organisation[] };

/**
 * Every kind that was ever stated, once, in the order of rank: as it holds on the day, one that has ended as it last
 * held, because trips keep it. `versions` are all that is known, `day` the civil day. A kind of the future is none yet.
 */
export function kindsKnown(versions: readonly CheckKindRow[], day: string): CheckKindRow[] {
  const begun = versions.filter(({ validity: { validFrom } }) => validFrom === null || validFrom <= day);
  const latest = new Map<string, CheckKindRow>();
  for (const row of begun) {
    const before = latest.get(row.key);
    if (before === undefined || (before.validity.validFrom ?? "") < (row.validity.validFrom ?? "")) {
      latest.set(row.key, row);
    }
  }
  return [...latest.values()].toSorted((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
}

/** The organisation itself and those that it is a unit of, nearest first. */
function lineage(organisations: readonly Organisation[], key: string): string[] {
  const line: string[] = [];
  for (let next: string | null = key; next !== null && !line.includes(next); ) {
    line.push(next);
    next = organisations.find((row) => row.key === next)?.parent ?? null;
  }
  return line;
}

/**
 * Whether somebody may answer checks of a kind at a place: by role, and for an organisation that is charged with the
 * kind's duty there, or is a unit of one. Where the pack charges nobody, every organisation of the force may.
 */
export function answersKind(
  kind: Pick<CheckKindRow, "force" | "duty">,
  who: Answerer,
  { gate, route }: CheckedAt,
  { duty, organisation }: Charged,
): boolean {
  if (!who.roles.includes(kind.force)) return false;
  const charged = duty.filter((row) => row.duty === kind.duty);
  if (charged.length === 0) return true;
  const own = who.organisation === null ? [] : lineage(organisation, who.organisation);
  return charged.some(
    ({ organisation: one, places }) =>
      own.includes(one) && (places === null || places.includes(gate) || places.includes(route)),
  );
}
