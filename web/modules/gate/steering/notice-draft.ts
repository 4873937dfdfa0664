import {
  type NewNotice,
  type NoticeCause,
  type NoticeContact,
  type NoticeKind,
  type NoticeSays,
  type NoticeView,
  noticeCauses,
  noticeContacts,
} from "@moc/contract/gate/notice.ts";
import { GoodsClass } from "@moc/contract/values/traffic.ts";
import { civilDay, fieldOfInstant, type Instant, instantOfField } from "../../../ui/format.ts";

/** The form of a notice as it is typed; times as the fields give them. */
export type NoticeDraft = {
  kind: NoticeKind;
  route: string;
  from: string;
  to: string;
  day: string;
  opens: string;
  closes: string;
  vehicles: string;
  goods: string;
  cause: NoticeCause;
  words: string;
  toldBy: string;
  contact: NoticeContact;
  toldAt: string;
};

/** An empty form at a moment of zone time. */
export const emptyNotice = (now: Instant): NoticeDraft => ({
  kind: "closure",
  route: "",
  from: "",
  to: "",
  day: civilDay(now),
  opens: "07:00",
  closes: "18:00",
  vehicles: "",
  goods: "",
  cause: "not_stated",
  words: "",
  toldBy: "",
  contact: "hotline",
  toldAt: fieldOfInstant(now),
});

/** The form filled with a notice that is corrected. */
export function noticeDraftOf(notice: NoticeView, now: Instant): NoticeDraft {
  const { says, cause, words, toldBy, contact, routes } = notice;
  const draft = { ...emptyNotice(now), cause, words: words ?? "", toldBy, contact, route: routes[0] ?? "" };
  const { kind } = says;
  if (says.kind === "hours") return { ...draft, kind, day: says.day, opens: says.opens, closes: says.closes };
  if (says.kind === "intake") return { ...draft, kind, day: says.day, vehicles: String(says.vehicles) };
  const span = { from: fieldOfInstant(says.from), to: fieldOfInstant(says.to ?? "") };
  return says.kind === "goods"
    ? { ...draft, ...span, kind, goods: says.goods[0] ?? "" }
    : { ...draft, ...span, kind };
}

const saysOf: Record<NoticeKind, (draft: NoticeDraft) => NoticeSays | undefined> = {
  closure: ({ from, to }) => {
    const begins = instantOfField(from);
    return begins === undefined
      ? undefined
      : { kind: "closure", from: begins, to: instantOfField(to) ?? null };
  },
  goods: ({ from, to, goods }) => {
    const begins = instantOfField(from);
    const one = GoodsClass.safeParse(goods);
    if (begins === undefined || !one.success) return undefined;
    return { kind: "goods", from: begins, to: instantOfField(to) ?? null, goods: [one.data] };
  },
  hours: ({ day, opens, closes }) => ({ kind: "hours", day, opens, closes }),
  intake: ({ day, vehicles }) =>
    /^\d{1,4}$/.test(vehicles) ? { kind: "intake", day, vehicles: Number(vehicles) } : undefined,
};

/** The notice that was typed; undefined while something is missing. */
export function draftedNotice(draft: NoticeDraft, corrects: string | null): NewNotice | undefined {
  const says = saysOf[draft.kind](draft);
  const toldAt = instantOfField(draft.toldAt);
  if (says === undefined || toldAt === undefined || draft.route === "") return undefined;
  const { route, cause, toldBy, contact } = draft;
  const words = draft.words === "" ? null : draft.words;
  return { routes: [route], says, cause, words, toldBy, contact, toldAt, corrects };
}

export const causeOf = (value: string): NoticeCause =>
  noticeCauses.find((one) => one === value) ?? "not_stated";
export const contactOf = (value: string): NoticeContact =>
  noticeContacts.find((one) => one === value) ?? "hotline";
