import { spokenOrder } from "@moc/contract/gate/messages/steering.ts";
import type { NewOrder, OrderAction, OrderKind } from "@moc/contract/gate/steering.ts";
import { GoodsClass } from "@moc/contract/values/traffic.ts";
import { dayClock, fieldOfInstant, instantOfField } from "../../../ui/format.ts";
import type { Lang } from "../../../ui/text.ts";

/** The form of an order as it is typed; times as the fields give them. */
export type OrderDraft = {
  kind: OrderKind;
  /** `route:KEY` or `gate:KEY`. */
  scope: string;
  direction: "" | "export" | "import";
  goods: string;
  origins: string;
  park: string;
  toRoute: string;
  count: string;
  from: string;
  to: string;
  document: string;
};

export const emptyDraft = (kind: OrderKind): OrderDraft => ({
  kind,
  scope: "",
  direction: "export",
  goods: "",
  origins: "",
  park: "",
  toRoute: "",
  count: "10",
  from: "",
  to: "",
  document: "",
});

/** The form as an alert opens it: a stop on this route for this time, begun already if it has. */
export function draftFor(
  asked: { route?: string | undefined; from?: string | undefined; to?: string | undefined },
  kind: OrderKind,
): OrderDraft {
  if (asked.route === undefined) return emptyDraft(kind);
  const { route, from = "", to = "" } = asked;
  return { ...emptyDraft(kind), scope: `route:${route}`, from: fieldOfInstant(from), to: fieldOfInstant(to) };
}

const actionOf: Record<OrderKind, (draft: OrderDraft) => OrderAction | undefined> = {
  stop_intake: () => ({ kind: "stop_intake" }),
  pre_registered: () => ({ kind: "pre_registered" }),
  divert: ({ toRoute: route }) => (route === "" ? undefined : { kind: "divert", route }),
  hold_in_park: ({ park }) => (park === "" ? undefined : { kind: "hold_in_park", park }),
  max_per_hour: ({ count }) =>
    /^[1-9]\d{0,2}$/.test(count) ? { kind: "max_per_hour", count: Number(count) } : undefined,
};

/** Whom the typed order would touch; undefined while scope or action lack something. */
export function draftedOrder(draft: OrderDraft): Omit<NewOrder, "document" | "text"> | undefined {
  const action = actionOf[draft.kind](draft);
  const [what = "", key = ""] = draft.scope.split(":");
  if (action === undefined || key === "") return undefined;
  const goods = GoodsClass.safeParse(draft.goods);
  const origins = draft.origins
    .split(/[,;、，]/)
    .map((name) => name.trim())
    .filter((name) => name !== "");
  return {
    gate: what === "gate" ? key : null,
    routes: what === "gate" ? [] : [key],
    direction: draft.direction === "" ? null : draft.direction,
    goods: goods.success ? [goods.data] : null,
    origins: origins.length > 0 ? origins : null,
    action,
    from: instantOfField(draft.from) ?? null,
    to: instantOfField(draft.to) ?? null,
  };
}

/** A first public text in one language, from what was typed; the officer may write another. */
export function draftedText(
  draft: OrderDraft,
  lang: Lang,
  nameOf: (key: string, lang: Lang) => string,
): string {
  const order = draftedOrder(draft);
  if (order === undefined) return "";
  const { action, from, to } = order;
  // Numbers belong to orders that were given; the sentence taken here names none.
  const begins = from ?? new Date().toISOString();
  const state = from === null ? ("in_force" as const) : ("planned" as const);
  const spoken = spokenOrder(
    lang,
    { number: 0, year: 0, action, from: begins, to, state },
    (key) => nameOf(key, lang),
    dayClock,
  );
  const place = nameOf(draft.scope.split(":")[1] ?? "", lang);
  return `${place}${lang === "zh" ? "：" : ": "}${spoken.asks}`;
}
