import type { QueueException } from "@moc/contract/gate/exception.ts";
import { spokenException } from "@moc/contract/gate/messages/exception.ts";
import { passedOverWords } from "@moc/contract/gate/messages/passed-over-words.ts";
import type { PaperMode } from "@moc/contract/gate/paper-mode.ts";
import type { SlotWindow } from "@moc/contract/gate/slot.ts";
import type { StandingOrder } from "@moc/contract/gate/steering.ts";
import { fillSentence } from "@moc/contract/values/sentence.ts";
import type { Language, LocalText } from "@moc/contract/values/text.ts";
import type { Placed } from "@moc/engines/gate/queue.ts";
import { streamsOf } from "@moc/engines/registry/rules.ts";
import { type Html, html } from "../../platform/http/html.ts";
import { findLast } from "./automatic-store.ts";
import { driverWords } from "./driver-words.ts";
import { orderBlocks } from "./order-blocks.ts";
import { paperBlocks } from "./paper-blocks.ts";
import { recentPapers } from "./paper-mode.ts";
import { type GateParts, rulesNow } from "./parts.ts";

import { publishedSlots } from "./read-slots.ts";
import { showExceptions } from "./show-exception.ts";
import { ordersOfRoute } from "./show-order.ts";
import { clockOf, dayClock } from "./zone-clock.ts";

const shown = 200;

/** One waiting truck as everybody may see it: place, stream, since when, and the last three characters of its plate. */
export type PublicPlace = {
  place: number;
  stream: LocalText;
  waitingSince: string;
  plateEnd: string;
  passedOver: Placed["passedOver"];
};

export type PublicQueue = {
  route: string;
  name: LocalText;
  waiting: number;
  orders: StandingOrder[];
  /** Since when and in whose name it calls by itself; null: people alone call. */
  automatic: { since: string; organisation: LocalText | null } | null;
  rows: PublicPlace[];
  /** The last departures from the order, newest first, each with its organisation by name. */
  /** Windows that can be booked, with how many of the published capacity have. */
  slots: (SlotWindow & { name: LocalText })[];
  paper: PaperMode[];
  exceptions: { exception: Omit<QueueException, "trip">; organisation: LocalText | null }[];
};

/** The public picture of one export queue, its first 200 places; null for a route that is not known. */
export async function readPublicQueue(parts: GateParts, route: string): Promise<PublicQueue | null> {
  const rules = rulesNow(parts);
  const row = rules.route.find((candidate) => candidate.key === route);
  if (row === undefined) return null;
  const { order, exceptions } = await parts.pictures(rules, route, "export");
  const first = order.slice(0, shown);
  const trips = await parts.trips(first.map((truck) => truck.trip));
  const byId = new Map(trips.map((trip) => [trip.id, trip]));
  const names = new Map(streamsOf(rules.stream, route, "export").map((stream) => [stream.key, stream.name]));
  const rows = first.flatMap(({ trip: id, place, stream, passedOver }): PublicPlace[] => {
    const trip = byId.get(id);
    if (trip === undefined) return [];
    const name = names.get(stream) ?? { vi: stream, en: stream, zh: stream };
    const plateEnd = [...trip.vehicle.plate.number].slice(-3).join("");
    return [{ place, stream: name, waitingSince: trip.liveAt ?? trip.declaredAt, plateEnd, passedOver }];
  });
  const organisation = (key: string) => rules.organisation.find((one) => one.key === key)?.name ?? null;
  const shownExceptions = (await showExceptions(parts, exceptions, false)).map(
    ({ trip: _, ...exception }) => ({
      exception,
      organisation: exception.organisation === null ? null : organisation(exception.organisation),
    }),
  );
  const slots = (await publishedSlots(parts, { route, direction: "export" })).map((slot) => ({
    ...slot,
    name: names.get(slot.stream) ?? { vi: slot.stream, en: slot.stream, zh: slot.stream },
  }));
  const orders = ordersOfRoute(parts.orders.now(), route, "export", parts.clock.now());
  const last = await findLast(parts.database.db, route, "export");
  const automatic =
    last?.stopped === null
      ? { since: last.started.at, organisation: organisation(last.started.organisation) }
      : null;
  const paper = await recentPapers(parts, route);
  const told = { orders, automatic, paper, rows, slots, exceptions: shownExceptions };
  return { route, name: row.name, waiting: order.length, ...told };
}

function automaticLine(automatic: PublicQueue["automatic"], language: Language, timeZone: string) {
  if (automatic === null) return false;
  const since = dayClock(new Date(automatic.since), timeZone);
  const who = automatic.organisation?.[language] ?? "–";
  return html`<p class="sm">${fillSentence(driverWords[language].automatic, { who, t: since })}</p>`;
}

/** The public page of one queue. */
export function queueContent(
  queue: PublicQueue,
  language: Language,
  { timeZone, places }: { timeZone: string; places: ReadonlyMap<string, LocalText> },
): Html {
  const words = driverWords[language];
  const rows = queue.rows.map(
    (row) =>
      html`<tr><td>${row.place}</td><td class="nb">…${row.plateEnd}</td><td>${row.stream[language]}${row.passedOver !== null && html`<p class="sm">${passedOverWords[row.passedOver][language]}</p>`}</td><td class="nb">${dayClock(new Date(row.waitingSince), timeZone)}</td></tr>`,
  );
  const slots = queue.slots.map(
    ({ from, to, name, taken, capacity }) =>
      html`<tr><td class="nb">${dayClock(new Date(from), timeZone)}–${clockOf(new Date(to), timeZone)}</td><td>${name[language]}</td><td>${taken}/${capacity}</td></tr>`,
  );
  const exceptions = queue.exceptions.map(
    ({ exception, organisation }) =>
      html`<li><b>${dayClock(new Date(exception.at), timeZone)}</b><span>${spokenException(language, exception, (key) => organisation?.[language] ?? key)}</span></li>`,
  );
  const table = html`<table><thead><tr><th scope="col">${words.place}</th><th scope="col">${words.plate}</th><th scope="col">${words.stream}</th><th scope="col">${words.wait}</th></tr></thead><tbody>${rows}</tbody></table>`;
  return html`<header class="hd"><h1>${queue.name[language]}</h1><p class="upd">${words.queue}</p></header>
<main><section class="blk"><p class="big">${fillSentence(words.allWaiting, { n: String(queue.waiting) })}</p><p class="sm">${words.rule}</p>${automaticLine(queue.automatic, language, timeZone)}</section>
${orderBlocks(queue.orders, { language, timeZone, places })}${paperBlocks(queue.paper, language, timeZone)}<section class="blk">${rows.length === 0 ? html`<p>${words.nobody}</p>` : table}</section>
${slots.length > 0 && html`<section class="blk"><h2>${words.slots}</h2><table><thead><tr><th scope="col">${words.window}</th><th scope="col">${words.stream}</th><th scope="col">${words.booked}</th></tr></thead><tbody>${slots}</tbody></table></section>`}
${exceptions.length > 0 && html`<section class="blk rows hist"><h2>${words.exceptions}</h2><ul>${exceptions}</ul></section>`}
<a class="b1" href="?lang=${language}">${words.refresh}</a></main>`;
}
