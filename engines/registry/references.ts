import type { RowKind, Statement } from "@moc/contract/registry/rows.ts";

/** One mention of another row: the field that mentions it, the key, and the kinds of which one must have it. */
export type Reference = { field: string; key: string; kinds: readonly RowKind[] };

type Mentions = { [K in RowKind]: (statement: Extract<Statement, { kind: K }>) => Reference[] };

const place = ["gate", "route", "yard", "park"] as const;

function one(field: string, key: string | null, ...kinds: RowKind[]): Reference[] {
  return key === null ? [] : [{ field, key, kinds }];
}

function many(field: string, keys: readonly string[] | null, ...kinds: RowKind[]): Reference[] {
  return (keys ?? []).map((key, index) => ({ field: `${field}.${index}`, key, kinds }));
}

const mentions: Mentions = {
  zone: () => [],
  organisation: (row) => one("parent", row.parent, "organisation"),
  duty: (row) => [
    ...one("organisation", row.organisation, "organisation"),
    ...many("places", row.places, ...place),
  ],
  succession: (row) => [
    ...one("predecessor", row.predecessor, "organisation"),
    ...one("successor", row.successor, "organisation"),
  ],
  gate: () => [],
  route: (row) => one("gate", row.gate, "gate"),
  lane_group: (row) => one("route", row.route, "route"),
  yard: (row) => [...one("operator", row.operator, "organisation"), ...many("routes", row.routes, "route")],
  park: (row) => [...one("operator", row.operator, "organisation"), ...many("routes", row.routes, "route")],
  capacity: (row) => one("place", row.place, ...place),
  opening: (row) => one("route", row.route, "route"),
  opening_exception: (row) => many("routes", row.routes, "route"),
  holiday: () => [],
  document: (row) => [
    ...many("replaces", row.replaces, "document"),
    ...one("collector", row.collector, "organisation"),
  ],
  stream: (row) => many("routes", row.routes, "route"),
  check_kind: () => [],
  check_rule: (row) => [
    ...one("check", row.check, "check_kind"),
    ...many("gates", row.gates, "gate"),
    ...many("routes", row.routes, "route"),
  ],
  call_rule: (row) => many("routes", row.routes, "route"),
  time_limit: (row) => many("routes", row.routes, "route"),
  seat: (row) => one("organisation", row.organisation, "organisation"),
  postponement_rule: (row) => many("routes", row.routes, "route"),
  filing_rule: () => [],
  notification_rule: () => [],
  automatic_rule: (row) => many("routes", row.routes, "route"),
  slot_rule: (row) => [...many("routes", row.routes, "route"), ...one("stream", row.stream, "stream")],
  admission_rule: (row) => many("routes", row.routes, "route"),
  exception_ground: (row) => many("organisations", row.organisations, "organisation"),
  bulletin_rule: (row) =>
    row.places.flatMap((listed, index) => many(`places.${index}.routes`, listed.routes, "route")),
  order_competence: (row) => one("organisation", row.organisation, "organisation"),
  routing_plan: (row) => many("routes", row.routes, "route"),
};

/** Every mention of another row in what a row states. */
export function referencesOf(statement: Statement): Reference[] {
  const read = mentions[statement.kind] as (row: Statement) => Reference[]; // as: the table is keyed by this very kind
  return read(statement);
}
