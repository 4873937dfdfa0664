import { spokenOrder } from "@moc/contract/gate/messages/steering.ts";
import type { LaneGroupView, OperationsView, RouteView } from "@moc/contract/gate/operations.ts";
import { marks } from "@moc/contract/values/sentence.ts";
import { dayClock, wait } from "../../../ui/format.ts";
import type { GlyphName } from "../../../ui/glyph.tsx";
import type { Tone } from "../../../ui/tag.tsx";
import { type Lang, type Say, speaker, type Texts } from "../../../ui/text.ts";
import { countLine } from "../counts/count-words.ts";
import type { BorderModel, BorderRoute, LaneGroup, Wait } from "./border-model.ts";

const texts = {
  open: { vi: "Mở", en: "Open", zh: "开放" },
  ordered: { vi: "Mở, có lệnh", en: "Open, under order", zh: "开放，有调度令" },
  closed: { vi: "Đóng", en: "Closed", zh: "关闭" },
  pre_registered: { vi: "Chỉ xe đăng ký trước", en: "Pre-registered only", zh: "仅限预约车辆" },
  congested: { vi: "Ùn ứ", en: "Backlog", zh: "积压" },
  hours_unknown: { vi: "Chưa rõ giờ mở", en: "Hours unknown", zh: "开放时间不详" },
  no_cargo: { vi: "Không thông quan hàng", en: "No cargo", zh: "不通货物" },
  lanes: { vi: "{n} làn", en: "{n} {n|lane|lanes}", zh: "{n}车道" },
  planned: { vi: "quy hoạch {n}", en: "{n} planned", zh: "规划{n}" },
  opens: { vi: "mở {from}–{to}", en: "open {from}–{to}", zh: "{from}–{to}开放" },
  rail: { vi: "đường sắt, tính theo toa", en: "rail, counted in wagons", zh: "铁路，按车厢计" },
  spoken: {
    vi: "{name}: {state}. Chờ xuất {out} xe, {waitOut}. Chờ nhập {into} xe, {waitIn}.",
    en: "{name}: {state}. Exports waiting {out}, {waitOut}. Imports waiting {into}, {waitIn}.",
    zh: "{name}：{state}。待出口{out}辆，{waitOut}。待进口{into}辆，{waitIn}。",
  },
  counted: {
    vi: " Đếm theo ngày: {counted}.",
    en: " Counted by the day: {counted}.",
    zh: "按日计数：{counted}。",
  },
  unknown: { vi: "chưa rõ", en: "unknown", zh: "不详" },
} as const satisfies Texts;

const look = {
  open: { tone: "ok", glyph: "open" },
  ordered: { tone: "warn", glyph: "tri" },
  closed: { tone: "idle", glyph: "shut" },
  pre_registered: { tone: "lim", glyph: "half" },
  congested: { tone: "bad", glyph: "oct" },
  hours_unknown: { tone: "idle", glyph: "unk" },
  no_cargo: { tone: "idle", glyph: "shut" },
} as const satisfies Record<RouteView["status"] | "ordered", { tone: Tone; glyph: GlyphName }>;

/** A group that the source does not part by direction is drawn half on each side, the odd lane outward. */
function lanes(group: LaneGroupView): LaneGroup[] {
  const of = (direction: "out" | "in", share: (total: number) => number): LaneGroup => ({
    direction,
    kind: group.class,
    count: group.count === null ? null : share(group.count),
    planned: group.planned === null ? 0 : share(Math.max(0, group.planned - (group.count ?? 0))),
  });
  if (group.direction === "export") return [of("out", (total) => total)];
  if (group.direction === "import") return [of("in", (total) => total)];
  return [of("out", (total) => Math.ceil(total / 2)), of("in", (total) => Math.floor(total / 2))];
}

function note(route: RouteView, say: Say<typeof texts>, lang: Lang): string {
  if (route.kind === "rail") return say("rail");
  const known = route.lanes.filter((group) => group.count !== null);
  const count = known.reduce((sum, group) => sum + (group.count ?? 0), 0);
  const planned = route.lanes.reduce((sum, group) => sum + (group.planned ?? 0), 0);
  const parts = [
    known.length > 0 && say("lanes", { n: count }),
    planned > count && say("planned", { n: planned }),
  ];
  const hours = route.opensAt && route.closesAt && say("opens", { from: route.opensAt, to: route.closesAt });
  return [...parts, parts.some(Boolean) ? false : hours].filter(Boolean).join(marks[lang].comma);
}

const waitOf = (median: number | null, congested: boolean): Wait => ({
  minutes: median,
  forecast: null,
  tone: congested ? "bad" : undefined,
});

const lineLength = 39; // letters that fit the box on the schematic

/** What is asked, and when on a line of its own where there is room; what is left over after two lines is cut. */
function inLines(asks: string, when: string): string[] {
  if (asks.length <= lineLength) return [asks, when];
  const lines: string[] = [];
  for (const word of `${asks} ${when}`.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < lineLength)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  const [first = "", second] = lines;
  if (second === undefined) return [first];
  return [first, lines.length > 2 ? `${second}…` : second];
}

type NameOf = (place: string) => string;

/** The order that binds on a route now, as it is drawn and spoken; others beside it are counted. */
function orderOf(route: RouteView, lang: Lang, nameOf: NameOf): BorderRoute["order"] {
  const binding = route.orders.filter((order) => order.binds && order.state === "in_force");
  const [order] = binding;
  if (order === undefined) return undefined;
  const { title, when, asks } = spokenOrder(lang, order, nameOf, dayClock);
  const more = binding.length > 1 ? ` (+${binding.length - 1})` : "";
  const park = order.action.kind === "hold_in_park" ? order.action.park : null;
  return { title: `${title}${more}`, lines: inLines(asks, when), park };
}

type Speaking = { lang: Lang; say: Say<typeof texts>; nameOf: NameOf; day: string };

function routeOf(route: RouteView, { lang, say, nameOf, day }: Speaking): BorderRoute {
  const name = route.shortName[lang];
  const spokenWait = (minutes: number | null) => (minutes === null ? say("unknown") : wait(minutes));
  const yard = route.yards[0];
  const order = orderOf(route, lang, nameOf);
  const state = route.status === "open" && order !== undefined ? "ordered" : route.status;
  const counted = route.counted && countLine(route.counted, day, lang);
  const spokenCount = counted === null ? "" : say("counted", { counted });
  const spokenOrders = order === undefined ? "" : ` ${order.title}. ${order.lines.join(" ")}`;
  return {
    key: route.key,
    href: counted === null ? `/queue/${route.key}/export` : "/counts",
    name,
    note: note(route, say, lang),
    spoken: `${say("spoken", {
      name,
      state: say(state),
      out: route.export.waiting ?? "?",
      into: route.import.waiting ?? "?",
      waitOut: spokenWait(route.export.wait.medianMinutes),
      waitIn: spokenWait(route.import.wait.medianMinutes),
    })}${spokenCount}${spokenOrders}`,
    order,
    counted,
    mode: route.kind === "rail" ? "rail" : "road",
    markers: route.markers,
    counterpart: {
      name: lang === "zh" ? "" : (route.counterpart?.vi ?? say("unknown")),
      zh: route.counterpart?.zh ?? "",
    },
    status: { ...look[state], word: say(state) },
    lanes: route.lanes.flatMap(lanes),
    yard: yard ? { name: yard.name[lang], vehicles: yard.vehicles, capacity: yard.capacity } : null,
    queue: { out: route.export.waiting, in: route.import.waiting },
    wait: {
      out: waitOf(route.export.wait.medianMinutes, route.status === "congested"),
      in: waitOf(route.import.wait.medianMinutes, false),
    },
    flow: { out: route.export.lastHour, in: route.import.lastHour },
  };
}

/** `all` is the table's: every route of the registry. */
export type Border = {
  model: BorderModel;
  all: BorderModel;
  quiet: readonly string[];
  unknown: readonly string[];
};

/** Routes that carry goods are drawn; those that do not, and those of which no source says, are named beside the title. */
export function borderOf(view: OperationsView, lang: Lang): Border {
  const say = speaker(texts, lang);
  const drawn = view.routes.filter((route) => route.cargo === "active");
  const names = (cargo: "none" | "unknown") =>
    view.routes.filter((route) => route.cargo === cargo).map((route) => route.shortName[lang]);
  const keys = drawn.map((route) => route.key);
  const places = new Map([
    ...view.parks.map((park) => [park.key, park.name[lang]] as const),
    ...view.routes.map((route) => [route.key, route.shortName[lang]] as const),
  ]);
  const nameOf = (key: string) => places.get(key) ?? key;
  const speaking = { lang, say, nameOf, day: view.day };
  const parks = view.parks.flatMap((park) => {
    const after = keys.findLast((key) => park.serves.includes(key));
    return after ? [{ key: park.key, name: park.name[lang], vehicles: park.vehicles, after }] : [];
  });
  return {
    model: { routes: drawn.map((route) => routeOf(route, speaking)), parks },
    all: { routes: view.routes.map((route) => routeOf(route, speaking)), parks },
    quiet: names("none"),
    unknown: names("unknown"),
  };
}
