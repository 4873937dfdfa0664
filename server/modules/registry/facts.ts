import type { RecordedVersion } from "@moc/contract/registry/events.ts";
import {
  type CheckKindRow,
  type RegistryRow,
  type RowKind,
  type RowOf,
  rowKinds,
  statements,
} from "@moc/contract/registry/rows.ts";
import { kindsKnown } from "@moc/engines/registry/check-kinds.ts";
import type { Timeline } from "@moc/engines/registry/difference.ts";
import { holdsOn } from "@moc/engines/registry/timeline.ts";

/** Rows by kind. */
export type RowsByKind = { readonly [K in RowKind]: readonly RowOf<K>[] };

/** The rows of one day, and beside them the kinds of checks that have ended, which trips from before still have. */
export type RowsOfDay = RowsByKind & { readonly kindsKnown: readonly CheckKindRow[] };

/** What is known, whenever it holds. Unchanging: a change of the registry makes new facts. */
export type Facts = {
  all: RowsByKind;
  /** The rows that hold on one civil day. */
  on(day: string): RowsOfDay;
};

const daysKept = 64;

export function factsOf(rows: readonly RegistryRow[]): Facts {
  const all = byKind(rows);
  const days = new Map<string, RowsOfDay>();
  return {
    all,
    on(day) {
      const kept = days.get(day);
      if (kept !== undefined) return kept;
      if (days.size >= daysKept) days.clear();
      const held = {
        ...byKind(rows.filter((row) => holdsOn(row.validity, day))),
        kindsKnown: kindsKnown(all.check_kind, day),
      };
      days.set(day, held);
      return held;
    },
  };
}

function byKind(rows: readonly RegistryRow[]): RowsByKind {
  const grouped = Map.groupBy(rows, (row) => row.kind);
  const entries = rowKinds.map((kind) => [kind, (grouped.get(kind) ?? []).toSorted(inOrder)]);
  return Object.fromEntries(entries) as RowsByKind; // as: every kind is named once and holds the rows of that kind
}

/** Routes from north-west to south-east, streams by rank, the rest by key. */
function inOrder(a: RegistryRow, b: RegistryRow): number {
  if (a.kind === "route" && b.kind === "route") return a.order - b.order;
  if (a.kind === "stream" && b.kind === "stream") return a.rank - b.rank;
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

/** A stored row as the version that was stated. */
export function versionOf(row: RegistryRow): RecordedVersion {
  const { source, validity, revision: _, ...statement } = row;
  return {
    statement: statements[row.kind].parse(statement),
    source,
    validFrom: validity.validFrom,
    validTo: validity.validTo,
  };
}

/** Versions gathered by key. */
export function timelinesOf(versions: readonly RecordedVersion[]): Timeline[] {
  const grouped = Map.groupBy(versions, ({ statement }) => `${statement.kind} ${statement.key}`);
  return [...grouped.values()].flatMap((own) => {
    const first = own[0]?.statement;
    return first === undefined ? [] : [{ kind: first.kind, key: first.key, versions: own }];
  });
}
