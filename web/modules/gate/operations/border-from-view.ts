import type { LaneGroupView, OperationsView, RouteView } from "@moc/contract/gate/operations.ts";
import { wait } from "../../../ui/format.ts";
import type { GlyphName } from "../../../ui/glyph.tsx";
import type { Tone } from "../../../ui/tag.tsx";
import { type Lang, type Say, speaker, type Texts } from "../../../ui/text.ts";
import type { BorderModel, BorderRoute, LaneGroup, Wait } from "./border-model.ts";

const texts = {
  open: { vi: "Mở", en: "Open", zh: "开放" },
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
  unknown: { vi: "chưa rõ", en: "unknown", zh: "不详" },
} as const satisfies Texts;

const look = {
  open: { tone: "ok", glyph: "open" },
  closed: { tone: "idle", glyph: "shut" },
  pre_registered: { tone: "lim", glyph: "half" },
  congested: { tone: "bad", glyph: "oct" },
  hours_unknown: { tone: "idle", glyph: "unk" },
  no_cargo: { tone: "idle", glyph: "shut" },
} as const satisfies Record<RouteView["status"], { tone: Tone; glyph: GlyphName }>;

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

function note(route: RouteView, say: Say<typeof texts>): string {
  if (route.kind === "rail") return say("rail");
  const known = route.lanes.filter((group) => group.count !== null);
  const count = known.reduce((sum, group) => sum + (group.count ?? 0), 0);
  const planned = route.lanes.reduce((sum, group) => sum + (group.planned ?? 0), 0);
  const parts = [
    known.length > 0 && say("lanes", { n: count }),
    planned > count && say("planned", { n: planned }),
  ];
  const hours = route.opensAt && route.closesAt && say("opens", { from: route.opensAt, to: route.closesAt });
  return [...parts, parts.some(Boolean) ? false : hours].filter(Boolean).join(", ");
}

const waitOf = (median: number | null, congested: boolean): Wait => ({
  minutes: median,
  forecast: null,
  tone: congested ? "bad" : undefined,
});

function routeOf(route: RouteView, lang: Lang, say: Say<typeof texts>): BorderRoute {
  const name = route.shortName[lang];
  const spokenWait = (minutes: number | null) => (minutes === null ? say("unknown") : wait(minutes));
  const yard = route.yards[0];
  return {
    key: route.key,
    href: `/queue/${route.key}/export`,
    name,
    note: note(route, say),
    spoken: say("spoken", {
      name,
      state: say(route.status),
      out: route.export.waiting,
      into: route.import.waiting,
      waitOut: spokenWait(route.export.wait.medianMinutes),
      waitIn: spokenWait(route.import.wait.medianMinutes),
    }),
    mode: route.kind === "rail" ? "rail" : "road",
    markers: route.markers,
    counterpart: {
      name: lang === "zh" ? "" : (route.counterpart?.vi ?? say("unknown")),
      zh: route.counterpart?.zh ?? "",
    },
    status: { ...look[route.status], word: say(route.status) },
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
  const parks = view.parks.flatMap((park) => {
    const after = keys.findLast((key) => park.serves.includes(key));
    return after ? [{ key: park.key, name: park.name[lang], vehicles: park.vehicles, after }] : [];
  });
  return {
    model: { routes: drawn.map((route) => routeOf(route, lang, say)), parks },
    all: { routes: view.routes.map((route) => routeOf(route, lang, say)), parks },
    quiet: names("none"),
    unknown: names("unknown"),
  };
}
