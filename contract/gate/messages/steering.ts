import { fillSentence } from "../../values/sentence.ts";
import type { Language } from "../../values/text.ts";
import type { OrderKind, OrderView } from "../steering.ts";

type Words = {
  kinds: Record<OrderKind, string>;
  /** What a truck in the scope has to do. `{place}`: park or route by name; `{from}`: a time. */
  asks: Record<OrderKind, string>;
  title: string;
  between: string;
  fromOpen: string;
  until: string;
  open: string;
  overruled: string;
};

export const steeringWords: Record<Language, Words> = {
  vi: {
    kinds: {
      stop_intake: "Dừng tiếp nhận",
      divert: "Chuyển lối",
      pre_registered: "Chỉ xe đăng ký trước",
      max_per_hour: "Giới hạn mỗi giờ",
      hold_in_park: "Giữ xe trong bãi",
    },
    asks: {
      stop_intake: "Lối chưa nhận xe. Chờ, giữ nguyên chỗ.",
      divert: "Đi {place} thay cho lối này: báo người khai đổi lối.",
      pre_registered: "Chỉ gọi xe khai trước {from}.",
      max_per_hour: "Mỗi giờ gọi tối đa {n} xe.",
      hold_in_park: "Đến và chờ tại {place}. Xe được gọi từ đó theo lượt.",
    },
    title: "Lệnh số {order}: {kind}",
    between: "{from} – {to}",
    fromOpen: "từ {from} đến khi dỡ bỏ",
    until: "đến {to}",
    open: "đến khi dỡ bỏ",
    overruled: "lệnh số {orders} chặt hơn",
  },
  en: {
    kinds: {
      stop_intake: "Intake stopped",
      divert: "Diversion",
      pre_registered: "Pre-registered only",
      max_per_hour: "Hourly limit",
      hold_in_park: "Hold in a park",
    },
    asks: {
      stop_intake: "The route takes no trucks now. Wait, you keep your place.",
      divert: "Go by {place} instead of this route: ask the declarant to change the route.",
      pre_registered: "Only trucks declared before {from} are called.",
      max_per_hour: "At most {n} trucks are called in an hour.",
      hold_in_park: "Go to {place} and wait there. Trucks are called from there in their turn.",
    },
    title: "Order no. {order}: {kind}",
    between: "{from} – {to}",
    fromOpen: "from {from} until it is lifted",
    until: "until {to}",
    open: "until it is lifted",
    overruled: "order no. {orders} is stricter",
  },
  zh: {
    kinds: {
      stop_intake: "暂停接收",
      divert: "改道",
      pre_registered: "仅限预约车辆",
      max_per_hour: "每小时限量",
      hold_in_park: "场内等候",
    },
    asks: {
      stop_intake: "通道暂不接收车辆。请等候，位置保留。",
      divert: "请改走{place}：请申报人变更通道。",
      pre_registered: "只叫{from}前申报的车辆。",
      max_per_hour: "每小时最多叫号{n}辆。",
      hold_in_park: "请到{place}等候，由该处依次叫号。",
    },
    title: "第{order}号调度令：{kind}",
    between: "{from} – {to}",
    fromOpen: "自{from}起直至解除",
    until: "至{to}",
    open: "直至解除",
    overruled: "第{orders}号更严",
  },
};

/** An order in words: what it is called, when it holds (`clock` writes an instant), and what it asks of a truck. */
export function spokenOrder(
  language: Language,
  order: Pick<OrderView, "number" | "year" | "action" | "from" | "to" | "state">,
  nameOf: (place: string) => string,
  clock: (instant: string) => string,
): { title: string; when: string; asks: string } {
  const words = steeringWords[language];
  const { action, from, to } = order;
  const place = action.kind === "divert" ? action.route : action.kind === "hold_in_park" ? action.park : null;
  const values = {
    order: `${order.number}/${order.year}`,
    kind: words.kinds[action.kind],
    from: clock(from),
    to: to === null ? "" : clock(to),
    ...(place !== null && { place: nameOf(place) }),
    ...(action.kind === "max_per_hour" && { n: String(action.count) }),
  };
  const begun = order.state === "in_force";
  const open = begun ? words.open : words.fromOpen;
  const when = to === null ? open : begun ? words.until : words.between;
  const say = (sentence: string) => fillSentence(sentence, values);
  return { title: say(words.title), when: say(when), asks: say(words.asks[action.kind]) };
}
