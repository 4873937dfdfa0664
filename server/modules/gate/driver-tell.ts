import type { Notification, TellChoice } from "@moc/contract/gate/notification.ts";
import { Refusal } from "@moc/contract/values/refusal.ts";
import { fillSentence } from "@moc/contract/values/sentence.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { type Html, html } from "../../platform/http/html.ts";
import type { ZoneRules } from "./parts.ts";
import { ruleMissing } from "./rules.ts";
import { dayClock } from "./zone-clock.ts";

const words = {
  vi: {
    ask: "Nhắn vào điện thoại đã khai khi được gọi, có lệnh hoặc còn thiếu?",
    tell: "Nhắn cho tôi",
    tell_by_day: "Nhắn, trừ {night}",
    tell_not: "Thôi nhắn",
    on: "Sẽ nhắn vào điện thoại đã khai.",
    byDay: "Sẽ nhắn, trừ {night}.",
    got: "Tin nhắn (mô phỏng)",
  },
  en: {
    ask: "Shall we write to the telephone you gave when you are called, an order comes or something is missing?",
    tell: "Write to me",
    tell_by_day: "Write, but not {night}",
    tell_not: "Stop writing",
    on: "We write to the telephone you gave.",
    byDay: "We write, but not {night}.",
    got: "Messages (simulated)",
  },
  zh: {
    ask: "叫号、有调度令或资料缺失时，是否向您登记的电话发送消息？",
    tell: "发送给我",
    tell_by_day: "发送，{night}除外",
    tell_not: "停止发送",
    on: "将向您登记的电话发送消息。",
    byDay: "将发送消息，{night}除外。",
    got: "消息（模拟）",
  },
} as const satisfies Record<Language, Record<string, string>>;

export type Night = NonNullable<TellChoice["quiet"]>;

/** The night of the zone's rule that a driver may ask to be left alone in; null: none is stated. */
export function nightOf(rules: Pick<ZoneRules, "notification_rule">): Night | null {
  const { nightFrom: from = null, nightTo: to = null } = rules.notification_rule[0] ?? {};
  return from === null || to === null ? null : { from, to };
}

/** What a driver may press on his page: whether he wants to be told, in the language of the page, and by night too. */
const tellAnswers = {
  tell: (language: Language): TellChoice => ({ consent: true, language, quiet: null }),
  tell_by_day: (language: Language, night: Night | null): TellChoice => ({
    consent: true,
    language,
    quiet: night,
  }),
  tell_not: (language: Language): TellChoice => ({ consent: false, language, quiet: null }),
} as const;
export type TellAnswer = keyof typeof tellAnswers;

export const isTellAnswer = (answer: string): answer is TellAnswer => Object.hasOwn(tellAnswers, answer);

/** What an answer chooses. @throws Refusal `rule_missing`: no rule says when it is night. */
export function choiceOf(
  answer: TellAnswer,
  language: Language,
  rules: ZoneRules,
  route: string,
): TellChoice {
  const night = nightOf(rules);
  if (answer === "tell_by_day" && night === null)
    throw new Refusal("rule_missing", { params: ruleMissing("notification_rule", route).params });
  return tellAnswers[answer](language, night);
}

/** What the page knows of being told: the driver's choice, and what a simulated phone has received. */
export type DriverTold = {
  choice: TellChoice | null;
  received: readonly Notification[];
  /** The night that he may ask to be left alone in. */
  night: Night | null;
};

/** The question, its answers as plain forms, and the messages of a demonstration. */
export function tellBlock(
  { choice, received, night }: DriverTold,
  { key, timeZone, language }: { key: string; timeZone: string; language: Language },
): Html {
  const say = words[language];
  const hours = choice?.quiet ?? night;
  const timed = (text: string) =>
    fillSentence(text, { night: hours === null ? "" : `${hours.from}–${hours.to}` });
  const press = (answer: TellAnswer) =>
    html`<form method="post" action="/d/${key}/${answer}?lang=${language}"><button class="b1" type="submit">${timed(say[answer])}</button></form>`;
  const agreed = choice?.consent === true;
  const asked = agreed
    ? html`<p class="sm">${choice?.quiet === null ? say.on : timed(say.byDay)}</p>${press("tell_not")}`
    : html`<p>${say.ask}</p>${press("tell")}${night !== null && press("tell_by_day")}`;
  const messages = received.map(
    ({ deliveredAt, text }) =>
      html`<li><b>${dayClock(new Date(deliveredAt ?? ""), timeZone)}</b><span>${text}</span></li>`,
  );
  return html`<section class="blk">${asked}</section>${messages.length > 0 && html`<section class="blk rows hist"><h2>${say.got}</h2><ul>${messages}</ul></section>`}`;
}
