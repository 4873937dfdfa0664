import { goodsWords } from "@moc/contract/gate/messages/filing-words.ts";
import { noticeCauseWords, spokenNotice } from "@moc/contract/gate/messages/notice.ts";
import { spokenOrder } from "@moc/contract/gate/messages/steering.ts";
import type { StandingOrder } from "@moc/contract/gate/steering.ts";
import { type Sides, sideWords } from "@moc/contract/registry/side-words.ts";
import { bracketed, marks } from "@moc/contract/values/sentence.ts";
import type { Language, LocalText } from "@moc/contract/values/text.ts";
import type { GoodsClass } from "@moc/contract/values/traffic.ts";
import { type Html, html } from "../../platform/http/html.ts";
import type { NoticeRecord } from "./notice-store.ts";
import { dayClock } from "./zone-clock.ts";

/** How a page of the gate names places and writes times. */
type Reading = { language: Language; timeZone: string; places: ReadonlyMap<string, LocalText> };
type Speaking = Pick<Reading, "language" | "timeZone"> & { sides: Sides };

/** An order for a driver: what it asks, until when, and the public text. Of those in force only what binds is told. */
function orderBlock(order: StandingOrder, { language, timeZone, places }: Reading): Html {
  const nameOf = (key: string) => places.get(key)?.[language] ?? key;
  const said = spokenOrder(language, order, nameOf, (at) => dayClock(new Date(at), timeZone));
  return html`<section class="blk miss"><h2>${said.title}</h2><p><b>${said.asks}</b></p><p>${order.text[language]}</p><p class="sm">${said.when}</p></section>`;
}

/** The orders that bind, one block each. */
export function orderBlocks(orders: readonly StandingOrder[], reading: Reading): Html[] {
  return orders.filter((order) => order.binds).map((order) => orderBlock(order, reading));
}

/** What the other side announced for the route, in one block. */
export function noticeBlock(
  notices: readonly NoticeRecord[],
  { language, timeZone, sides }: Speaking,
): Html | null {
  if (notices.length === 0) return null;
  const speaking = {
    clock: (at: string) => dayClock(new Date(at), timeZone),
    goodsName: (key: GoodsClass) => goodsWords[key][language],
    sides: sideWords(sides, language),
  };
  const lines = notices.map(
    ({ says, cause }) =>
      html`<p>${spokenNotice(language, says, speaking)}${bracketed(language, noticeCauseWords[cause][language])}${marks[language].stop}</p>`,
  );
  return html`<section class="blk miss">${lines}</section>`;
}
