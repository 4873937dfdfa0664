import type {
  AutomaticRule,
  CallRule,
  CheckKindRow,
  CheckRule,
  PostponementRule,
  SlotRule,
  StreamRule,
  TimeLimit,
} from "@moc/contract/registry/rows.ts";
import type { TimeLimitName } from "@moc/contract/registry/rule.ts";
import type {
  CheckKind,
  Direction,
  GoodsClass,
  PayloadClass,
  Regime,
  TripKind,
} from "@moc/contract/values/traffic.ts";

/** What the dated rules need to know of a trip. */
export type RuleSubject = {
  kind: TripKind;
  direction: Direction;
  route: string;
  regime: Regime;
  goods: readonly GoodsClass[];
};

function coversRoute(rule: { routes: readonly string[] | null }, route: string): boolean {
  return rule.routes === null || rule.routes.includes(route);
}

/** Rules for named routes before those for every route; among equals the order of their keys. */
function particularFirst<R extends { key: string; routes: readonly string[] | null }>(
  rules: readonly R[],
): R[] {
  return rules.toSorted(
    (a, b) => Number(a.routes === null) - Number(b.routes === null) || (a.key < b.key ? -1 : 1),
  );
}

/** The streams of one queue in the order of their rank. */
export function streamsOf(rules: readonly StreamRule[], route: string, direction: Direction): StreamRule[] {
  return rules
    .filter((rule) => rule.direction === direction && coversRoute(rule, route))
    .toSorted((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));
}

/** The stream in which a truck waits: without known goods the unsorted one, else the first that has one of its goods. */
export function streamFor(rules: readonly StreamRule[], subject: RuleSubject): StreamRule | null {
  const streams = streamsOf(rules, subject.route, subject.direction);
  const unsorted = streams.find((stream) => stream.unsorted) ?? null;
  if (subject.goods.length === 0) return unsorted;
  return streams.find((stream) => subject.goods.some((goods) => stream.goods.includes(goods))) ?? unsorted;
}

/** What the rules of checks look at beside: the gate in law and the vehicle. */
export type CheckSubject = RuleSubject & { gate: string; vehicle: PayloadClass };

const among = <Item>(filter: readonly Item[] | null, one: Item): boolean =>
  filter === null || filter.includes(one);

function fits(rule: CheckRule, subject: CheckSubject): boolean {
  return (
    among(rule.gates, subject.gate) &&
    coversRoute(rule, subject.route) &&
    (rule.direction === null || rule.direction === subject.direction) &&
    among(rule.tripKinds, subject.kind) &&
    among(rule.vehicles, subject.vehicle) &&
    among(rule.regimes, subject.regime) &&
    (rule.goods === null || rule.goods.some((goods) => subject.goods.includes(goods)))
  );
}

/** The checks that apply, each once, by the rank of their kinds. A rule of a kind that does not hold asks for nothing. */
export function checksFor(
  rules: { check_rule: readonly CheckRule[]; check_kind: readonly CheckKindRow[] },
  subject: CheckSubject,
): CheckKind[] {
  const asked = new Set(rules.check_rule.filter((rule) => fits(rule, subject)).map((rule) => rule.check));
  return rules.check_kind
    .filter((kind) => asked.has(kind.key))
    .toSorted((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))
    .map((kind) => kind.key);
}

/** The rule of calling for one queue; null: none is in force. */
export function callRuleFor(
  rules: readonly CallRule[],
  route: string,
  direction: Direction,
): CallRule | null {
  const fitting = rules.filter((rule) => rule.direction === direction && coversRoute(rule, route));
  return particularFirst(fitting)[0] ?? null;
}

/** The slots of one stream of a queue; null: none can be booked. */
export function slotRuleFor(
  rules: readonly SlotRule[],
  route: string,
  direction: Direction,
  stream: string,
): SlotRule | null {
  const fitting = rules.filter(
    (rule) => rule.direction === direction && rule.stream === stream && coversRoute(rule, route),
  );
  return particularFirst(fitting)[0] ?? null;
}

/** How drivers of one queue may postpone; null: they may not. */
export function postponementRuleFor(
  rules: readonly PostponementRule[],
  route: string,
  direction: Direction,
): PostponementRule | null {
  const fitting = rules.filter((rule) => rule.direction === direction && coversRoute(rule, route));
  return particularFirst(fitting)[0] ?? null;
}

/** How one queue may be called automatically; null: it may not. */
export function automaticRuleFor(
  rules: readonly AutomaticRule[],
  route: string,
  direction: Direction,
): AutomaticRule | null {
  const fitting = rules.filter((rule) => rule.direction === direction && coversRoute(rule, route));
  return particularFirst(fitting)[0] ?? null;
}

/** A time limit in minutes for a route; null: none is in force. */
export function limitFor(rules: readonly TimeLimit[], limit: TimeLimitName, route: string): TimeLimit | null {
  return particularFirst(rules.filter((rule) => rule.limit === limit && coversRoute(rule, route)))[0] ?? null;
}
