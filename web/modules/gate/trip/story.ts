import { type AmendField, amendFields } from "@moc/contract/gate/declaration.ts";
import { answerEvents, gateEvents } from "@moc/contract/gate/events.ts";
import { partWords } from "@moc/contract/gate/messages/amend-words.ts";
import { PaperMark } from "@moc/contract/gate/paper-act.ts";
import type { StoryLine, TripState, TripView } from "@moc/contract/gate/trip.ts";
import { kindCarrying } from "@moc/contract/gate/trip-kind.ts";
import { Plate } from "@moc/contract/gate/vehicle.ts";
import { listed, marks } from "@moc/contract/values/sentence.ts";
import { clock, day, dayClock, minutesBetween } from "../../../ui/format.ts";
import { type Lang, said, speaker, type Text, type Texts, within } from "../../../ui/text.ts";
import { goodsText, plateText, reasonOf } from "../speak.ts";
import { decisionWords } from "../words.ts";
import { besideWords, channelWords, eventWords, isBeside, isGateEvent, signalWords } from "./story-words.ts";

const texts = {
  place: { vi: "thứ {n}", en: "number {n}", zh: "第{n}位" },
  signal: { vi: "{origin}, tại {place}", en: "{origin}, at {place}", zh: "{origin}，于{place}" },
  yard: { vi: "{yard}{slot}", en: "{yard}{slot}", zh: "{yard}{slot}" },
  slot: { vi: ", vị trí {slot}", en: ", slot {slot}", zh: "，车位{slot}" },
  automatic: { vi: "hàng chờ tự gọi", en: "by the automatic", zh: "自动叫号" },
  passedOver: { vi: "bỏ qua {n} xe phía trước", en: "{n} ahead passed over", zh: "跳过前方{n}辆" },
  fee: {
    vi: "phần thu phí chưa cài đặt, không chặn lượt này",
    en: "fee step not installed, did not block",
    zh: "收费环节未启用，未阻碍放行",
  },
  stream_changed: {
    vi: "đổi luồng hàng, lấy chỗ mới",
    en: "other stream, new place",
    zh: "更换队列，重新排位",
  },
  route_changed: { vi: "đổi lối, lấy chỗ mới", en: "other route, new place", zh: "更换通道，重新排位" },
  goods_known: { vi: "đã rõ hàng, giữ chỗ", en: "goods now known, place kept", zh: "货物已明，保留位次" },
  loaded_later: {
    vi: "thêm hàng sau khi đã xếp hàng, lấy chỗ mới",
    en: "loaded while it waited, new place",
    zh: "排队后加装货物，重新排位",
  },
  early: { vi: "trước khung giờ", en: "before its window", zh: "早于预约时段" },
  in_time: { vi: "đúng khung giờ", en: "in its window", zh: "在预约时段内" },
  missed: {
    vi: "lỡ khung giờ, vào hàng trực tiếp",
    en: "missed its window, joins the live queue",
    zh: "错过时段，进入现场队列",
  },
  number: { vi: "số {n}", en: "no. {n}", zh: "编号{n}" },
  answeredAt: { vi: "trả lời lúc {t}", en: "answered {t}", zh: "答复于{t}" },
  outOfStep: {
    vi: "Câu trả lời đến không khớp, không ghi nhận",
    en: "An answer out of step, not recorded",
    zh: "答复不符当前状态，未登记",
  },
  paper: {
    vi: "nhập từ phiếu giấy số {n} lúc {t}",
    en: "entered from paper slip {n} at {t}",
    zh: "{t}由第{n}号纸质单据补录",
  },
  notArrived: { vi: "không đến trong hạn", en: "did not arrive in time", zh: "未按时到达" },
  noShow: { vi: "được gọi mà không tới", en: "was called and did not come", zh: "叫号未到" },
} as const satisfies Texts;

const slots = ["early", "in_time", "missed"] as const;
const requeued = ["stream_changed", "route_changed", "goods_known", "loaded_later"] as const;

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const wordOf = (words: Readonly<Record<string, Text>>, key: unknown, lang: Lang): string =>
  words[text(key)]?.[lang] ?? text(key);

/** The detail of one line in words, from the values that the event carries; unknown kinds have none. */
export function detailOf(line: StoryLine, lang: Lang, name: (key: string) => string): string {
  const t = speaker(texts, lang);
  const { data } = line;
  const parts: Partial<Record<string, () => string>> = {
    "gate.signalled": () =>
      t("signal", { origin: wordOf(signalWords, data.origin, lang), place: name(text(data.place)) }),
    "gate.arrived": () => {
      const slot = slots.find((one) => one === data.slot);
      return [name(text(data.place)), slot && t(slot)].filter(Boolean).join(marks[lang].comma);
    },
    "gate.slot_booked": () => `${dayClock(text(data.from))}–${clock(text(data.to))}`,
    "gate.requeued": () => {
      const cause = requeued.find((one) => one === data.cause);
      return [cause && t(cause), name(text(data.route))].filter(Boolean).join(marks[lang].comma);
    },
    "gate.amended": () => amendedText(data, lang, name),
    "gate.transfer_paired": () => pairText(data),
    "gate.cargo_transferred": () => pairText(data),
    "gate.unit_swapped": () => {
      const swap = gateEvents["gate.unit_swapped"].loose().safeParse(data);
      if (!swap.success) return "";
      const { trailer, containers, reason } = swap.data;
      const drawn = [...(trailer ? [plateText(trailer)] : []), ...containers.map((box) => box.number)];
      return [listed(lang, drawn), reason].filter(Boolean).join(marks[lang].semicolon);
    },
    "gate.diverted": () =>
      `${name(text(data.from))} → ${name(text(data.to))}${marks[lang].semicolon}${text(data.reason)}`,
    "gate.return_declared": () => {
      const back = gateEvents["gate.return_declared"].pick({ goods: true }).loose().safeParse(data);
      return back.success ? (goodsText(back.data.goods, lang) ?? "") : "";
    },
    "gate.called": () => {
      const passed = Array.isArray(data.passedOver) ? data.passedOver.length : 0;
      const place = typeof data.place === "number" ? t("place", { n: data.place }) : "";
      const automatic = data.automatic !== undefined && t("automatic");
      return [place, automatic, passed > 0 && t("passedOver", { n: passed })]
        .filter(Boolean)
        .join(marks[lang].comma);
    },
    "gate.yard_entered": () =>
      t("yard", { yard: name(text(data.yard)), slot: data.slot ? t("slot", { slot: text(data.slot) }) : "" }),
    "gate.check_decided": () =>
      [data.channel ? wordOf(channelWords, data.channel, lang) : "", text(data.reason), numberOf(data, lang)]
        .filter(Boolean)
        .join(marks[lang].comma),
    "gate.answer_refused": () => {
      const answer = answerEvents["gate.answer_refused"].loose().safeParse(data);
      if (!answer.success) return "";
      const { answeredAt, refusal, params } = answer.data;
      const at = answeredAt === null ? "" : t("answeredAt", { t: dayClock(answeredAt) });
      return [numberOf(data, lang), at, reasonOf(refusal, params, lang)]
        .filter(Boolean)
        .join(marks[lang].semicolon);
    },
    "gate.slips_voided": () => text(data.reason),
    "gate.released": () => t("fee"),
    "gate.prioritised": () => name(text(data.ground)),
    "gate.held_back": () => name(text(data.ground)),
    "gate.sent_back": () => name(text(data.ground)),
    "gate.withdrawn": () => text(data.reason),
    "gate.refused": () => text(data.reason),
    "gate.expired": () => t(data.after === "no_show" ? "noShow" : "notArrived"),
  };
  const onSlip = PaperMark.safeParse(data.paper);
  const entered = onSlip.success
    ? t("paper", { n: onSlip.data.slip, t: dayClock(onSlip.data.recordedAt) })
    : "";
  return [parts[line.kind]?.() ?? "", entered].filter(Boolean).join(marks[lang].semicolon);
}

/** The number of an answer in the force's own system, when it came from there. */
function numberOf(data: StoryLine["data"], lang: Lang): string {
  return typeof data.reference === "string" ? speaker(texts, lang)("number", { n: data.reference }) : "";
}

const Pair = gateEvents["gate.cargo_transferred"].pick({ from: true, to: true }).loose();

/** Between which plates goods change over; logs from before the pairing name the receiving one alone. */
function pairText(data: StoryLine["data"]): string {
  const pair = Pair.safeParse(data);
  if (!pair.success) return "";
  const { from, to } = pair.data;
  return [from, to].flatMap((plate) => (plate === undefined ? [] : [plateText(plate)])).join(" → ");
}

/** What of an amendment is told; the log may hold more. */
const Amended = gateEvents["gate.amended"]
  .pick({ vehicle: true, goods: true, route: true, customsNumbers: true, changed: true })
  .loose();

/** The parts that an amendment stated anew, each with what it now says; the driver is told without a name. */
function amendedText(data: StoryLine["data"], lang: Lang, name: (key: string) => string): string {
  const filed = Amended.safeParse(data);
  if (!filed.success) return "";
  const { vehicle, goods, route, customsNumbers, changed } = filed.data;
  const was = Plate.safeParse(data.was);
  const says: Readonly<Record<AmendField, string>> = {
    route: name(route),
    vehicle: [...(was.success ? [plateText(was.data)] : []), plateText(vehicle.plate)].join(" → "),
    driver: "",
    goods: goodsText(goods, lang) ?? "",
    customsNumbers: listed(lang, customsNumbers),
  };
  return amendFields
    .filter((field) => changed.includes(field))
    .map((field) => [within(partWords[field][lang], lang), says[field]].filter(Boolean).join(" "))
    .join(marks[lang].semicolon);
}

/** What happened in a few words; a decision is told as force and result. */
export function titleOf({ kind, data }: StoryLine, lang: Lang, checkName: (key: string) => string): string {
  const decided = `${checkName(text(data.check))}${marks[lang].colon}${wordOf(decisionWords, data.decision, lang)}`;
  if (kind === "gate.check_decided") return decided;
  if (kind === "gate.answer_refused")
    return `${speaker(texts, lang)("outOfStep")}${marks[lang].stop} ${decided}`;
  if (isBeside(kind)) return besideWords[kind][lang];
  return isGateEvent(kind) ? said(eventWords[kind], lang) : kind;
}

/** The stages a trip goes through when nothing goes wrong. */
const stages = {
  export_vn: [
    "declared",
    "holding",
    "called",
    "at_gate",
    "in_yard",
    "checks_done",
    "released",
    "abroad",
    "returned",
    "closed",
  ],
  import_cn: ["declared", "crossed_in", "in_yard", "checks_done", "inland_allowed", "released", "closed"],
  export_cn: ["declared", "crossed_in", "in_yard", "transferred", "checks_done", "released", "closed"],
  import_vn: ["declared", "abroad", "crossed_in", "in_yard", "checks_done", "released", "closed"],
  import_new_vehicle: ["declared", "crossed_in", "in_yard", "checks_done", "released", "closed"],
} as const satisfies Record<TripView["kind"], readonly TripState[]>;

export type Stage = {
  state: TripState;
  at: string | undefined;
  shape: "done" | "current" | "ahead" | "ended";
};

/** A truck that takes goods home is told as what these make of it: an export from Km0, an import from where it is loaded. */
function legOf(trip: Pick<TripView, "kind" | "direction">, whole: readonly StoryLine[]) {
  const kind = kindCarrying(trip);
  if (kind === trip.kind) return { kind, story: whole };
  const begins = trip.direction === "import" ? "gate.crossed_out" : "gate.yard_entered";
  return { kind, story: whole.slice(whole.findLastIndex((line) => line.kind === begins)) };
}

/** The stage bar: what is done with its time, where the truck is, what is ahead; a side exit ends it. */
export function stagesOf(
  trip: Pick<TripView, "kind" | "state" | "direction">,
  whole: readonly StoryLine[],
): Stage[] {
  const { kind, story } = legOf(trip, whole);
  const reached = new Map<TripState, string>();
  for (const line of story) if (line.state) reached.set(line.state, line.occurredAt);
  const plan: TripState[] = stages[kind].map((state) =>
    state === "inland_allowed" && (trip.state === "transferred" || reached.has("transferred"))
      ? "transferred"
      : state,
  );
  const at = plan.indexOf(trip.state);
  if (at < 0 && trip.state === "travelling") plan.splice(1, 0, "travelling");
  const here = plan.indexOf(trip.state);
  if (here < 0) {
    const done = plan.filter((state) => reached.has(state));
    return [
      ...done.map((state) => ({ state, at: reached.get(state), shape: "done" as const })),
      { state: trip.state, at: reached.get(trip.state), shape: "ended" },
    ];
  }
  return plan.map((state, index) => ({
    state,
    at: reached.get(state),
    // Of a trip that is over nothing is under way any more.
    shape: index < here || trip.state === "closed" ? "done" : index === here ? "current" : "ahead",
  }));
}

/** Minutes spent in each stage so far, in order; the last one runs until `now`. */
export function minutesByState(
  story: readonly StoryLine[],
  now: string,
): { state: TripState; minutes: number }[] {
  const turns = story.flatMap((line) => (line.state ? [{ state: line.state, at: line.occurredAt }] : []));
  return turns
    .map((turn, at) => ({ state: turn.state, minutes: minutesBetween(turn.at, turns[at + 1]?.at ?? now) }))
    .filter((part) => part.minutes >= 0);
}

export type Day = {
  day: string;
  at: string;
  lines: readonly { line: StoryLine; minutes: number | undefined }[];
};

/** Lines by civil day, each with the minutes until the next one. */
export function byDay(story: readonly StoryLine[]): Day[] {
  const lines = story.map((line, at) => {
    const next = story[at + 1];
    return { line, minutes: next && minutesBetween(line.occurredAt, next.occurredAt) };
  });
  const days = new Map<string, typeof lines>();
  for (const one of lines) {
    const key = day(one.line.occurredAt);
    days.set(key, [...(days.get(key) ?? []), one]);
  }
  return [...days].map(([key, all]) => ({ day: key, at: all[0]?.line.occurredAt ?? "", lines: all }));
}
