import { spokenException } from "@moc/contract/gate/messages/exception.ts";
import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import { sideWords } from "@moc/contract/registry/side-words.ts";
import { fillSentence, marks } from "@moc/contract/values/sentence.ts";
import { type Language, languages } from "@moc/contract/values/text.ts";
import { passedOverBy } from "@moc/engines/gate/passed-over.ts";
import { type Html, html } from "../../platform/http/html.ts";
import { nextForDriver } from "./driver-next.ts";
import { tellBlock } from "./driver-tell.ts";
import { behalfWords, causeWords, driverWords, passedOverAdvice } from "./driver-words.ts";
import { entriesWords } from "./entries-page.ts";
import { noticeBlock, orderBlocks } from "./order-blocks.ts";
import { type PageHelpName, pageHelp } from "./page-help.ts";
import type { DriverPage } from "./read-driver-page.ts";
import { clockFrom, clockOf } from "./zone-clock.ts";

const languageNames: Record<Language, string> = { vi: "Tiếng Việt", en: "English", zh: "中文" };

/** 29H-508.12, 桂F·12345: as painted. */
export function plateText(plate: { country: "VN" | "CN"; number: string }): string {
  if (plate.country === "CN") return plate.number.replace(/^(..)/, "$1·");
  return plate.number.replace(/^(\d{2}[A-Z]{1,2})(\d{3})(\d{2})$/, "$1-$2.$3");
}

/** The shell around the content: languages, style, script. Every address on it is this page's own. */
export function driverShell(
  title: string,
  language: Language,
  content: Html,
  { version, help }: { version: string; help: PageHelpName },
): string {
  const links = languages.map(
    (one) =>
      html`<a href="?lang=${one}" lang="${one}" hreflang="${one}"${one === language && html` aria-current="true"`}>${languageNames[one]}</a>`,
  );
  return html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex"><title>${title} · Mốc</title>
<link rel="stylesheet" href="/d/page.css?v=${version}"><script src="/d/page.js?v=${version}" defer></script></head>
<body><nav class="langs" aria-label="Ngôn ngữ · Language · 语言">${links}</nav><p id="aloud" role="alert" class="upd"></p><div id="content">${content}</div>${pageHelp(help, language)}</body></html>`
    .text;
}

/** The same moment on the other side's clock, where it is another one. */
function acrossClock({ sides, now }: DriverPage, at: Date, language: Language): Html | false {
  const { timeZone } = sides.across;
  if (timeZone === null) return false;
  const told = { ...sideWords(sides, language), t: clockFrom(now, at, timeZone) };
  return html`<p class="sm">${fillSentence(driverWords[language].acrossTime, told)}</p>`;
}

function standingBlock(page: DriverPage, language: Language): Html | null {
  const { standing, now, timeZone, waitsAt } = page;
  if (standing === null) return null;
  const words = driverWords[language];
  const { place, waiting, perHour } = standing;
  const pace = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const at =
    perHour === null || perHour <= 0 ? null : new Date(now.getTime() + (place / perHour) * 3_600_000);
  const ahead = place === 1 ? words.nobodyAhead : fillSentence(words.ahead, { n: String(place - 1) });
  const stopped = page.orders.some(
    ({ binds, state, action }) =>
      binds && state === "in_force" && (action.kind === "stop_intake" || action.kind === "divert"),
  );
  const when = stopped
    ? html`<p>${words.whenOrdered}</p>`
    : at === null
      ? html`<p>${words.whenNone}</p>`
      : html`<p class="big">≈ ${clockFrom(now, at, timeZone)}</p>${acrossClock(page, at, language)}<p class="sm">${fillSentence(words.pace, { n: pace.format(perHour ?? 0) })}</p>`;
  const stay = fillSentence(words.stay, { place: waitsAt?.[language] ?? "…" });
  return html`<section class="place"><h2 hidden>${words.yourPlace}</h2><p>${words.yourPlace}</p><p class="n">${place}<span>${fillSentence(words.of, { n: String(waiting) })}</span></p><p>${ahead}</p></section>
<section class="blk"><h2>${words.when}</h2>${when}<p><b>${stay}</b></p></section>`;
}

function goBlock({ trip, route, now, timeZone }: DriverPage, language: Language): Html {
  const words = driverWords[language];
  const by = trip.showBy === null ? "" : clockFrom(now, new Date(trip.showBy), timeZone);
  const markers =
    route.markers !== null && html`<p>${fillSentence(words.markers, { m: route.markers.join("–") })}</p>`;
  return html`<section class="go"><h2>${words.go}</h2><p class="by">${words.by}<b>${by}</b></p><div class="to"><p>${words.to}<b>${route.name[language]}</b></p>${markers}</div></section>`;
}

function stateBlock({ trip, now, timeZone, route }: DriverPage, language: Language): Html {
  const words = driverWords[language];
  const back =
    trip.state === "abroad" &&
    trip.returnBy !== null &&
    html`<p>${words.returnBy} <b>${clockFrom(now, new Date(trip.returnBy), timeZone)}</b></p>`;
  const next = nextForDriver(trip, language);
  const since = fillSentence(words.since, { t: clockFrom(now, new Date(trip.stateSince), timeZone) });
  return html`<section class="blk"><h2>${words.state}</h2><p class="big">${gateMessages[language].states[trip.state]}</p><p class="sm">${since}</p>${back}${next !== null && html`<p><b>${next}</b></p><p class="sm">${route.name[language]}</p>`}</section>`;
}

const checkWord = {
  pending: "waiting",
  withdrawn: "waiting",
  pass: "pass",
  hold: "hold",
  fail: "fail",
} as const;

function detailBlocks(page: DriverPage, language: Language): Html[] {
  const { trip, timeZone, history, closesAt } = page;
  const words = driverWords[language];
  const over = trip.endedAt === null ? passedOverBy(trip) : null;
  const checks = trip.checks.map(
    ({ kind, state }) =>
      html`<li><span>${page.checks.get(kind)?.[language] ?? kind}</span><b>${words[checkWord[state]]}</b></li>`,
  );
  const nameOf = (key: string) => page.organisations.get(key)?.[language] ?? key;
  const changes = history.map(
    ({ at, to, cause, count, exception }) =>
      html`<li><b>${clockFrom(page.now, new Date(at), timeZone)}</b><span>${exception === undefined ? fillSentence(causeWords[language][cause], { n: String(count) }) : spokenException(language, exception, nameOf)}${to !== null && html` → <b>${to}</b>`}</span></li>`,
  );
  const { booking } = trip;
  const slot =
    booking !== null && trip.endedAt === null && booking.state !== "missed"
      ? html`<section class="blk"><p><b>${fillSentence(words.yourSlot, { from: clockFrom(page.now, new Date(booking.from), timeZone), to: clockOf(new Date(booking.to), timeZone) })}</b></p></section>`
      : html``;
  return [
    slot,
    over === null
      ? html``
      : html`<section class="blk miss"><h2>${words.missing}</h2><p><b>${passedOverAdvice[language][over]}</b></p></section>`,
    html`<section class="blk rows"><h2>${words.checks}</h2><ul>${checks}</ul></section>`,
    closesAt === null || trip.endedAt !== null
      ? html``
      : html`<section class="blk"><p>${fillSentence(words.closes, { ...sideWords(page.sides, language), t: closesAt })}</p></section>`,
    changes.length === 0
      ? html``
      : html`<section class="blk rows hist"><h2>${words.why}</h2><ul>${changes}</ul></section>`,
  ];
}

/** Who filed in the driver's stead, so that nobody is declared without knowing it. */
function filedFor({ trip, organisations }: DriverPage, language: Language): string | null {
  if (trip.onBehalf === undefined) return null;
  const { by, ground } = trip.onBehalf;
  return `${fillSentence(behalfWords[language][ground], { by: organisations.get(by)?.[language] ?? by })}${marks[language].gap}`;
}

/** What the driver may say: that he is not ready, or is again. A plain form, so that it works without script. */
function answerBlock({ key, answer }: DriverPage, language: Language): Html {
  const words = driverWords[language];
  if (answer === null) return html``;
  if (answer === "spent")
    return html`<section class="blk"><p class="sm">${words.postponeSpent}</p></section>`;
  return html`<form method="post" action="/d/${key}/${answer}?lang=${language}"><button class="b1" type="submit">${words[answer]}</button></form>`;
}

/** What changes while the driver waits: everything but the frame. */
export function driverContent(page: DriverPage, language: Language): Html {
  const { trip, now, timeZone } = page;
  const words = driverWords[language];
  const { stop, gap } = marks[language];
  const head = trip.state === "called" ? goBlock(page, language) : standingBlock(page, language);
  return html`<header class="hd"><h1 class="pl">${plateText(trip.vehicle.plate)}</h1><p class="upd">${words.updated} <b>${clockOf(now, timeZone)}</b></p></header>
<main>${head ?? stateBlock(page, language)}${answerBlock(page, language)}${trip.endedAt === null && tellBlock(page.told, { key: page.key, timeZone, language })}${orderBlocks(page.orders, { ...page, language })}${noticeBlock(page.notices, { ...page, language })}${detailBlocks(page, language)}
<a class="b1" href="?lang=${language}">${words.refresh}</a></main>
<footer><a href="/v/${trip.code}?lang=${language}">${entriesWords[language].check}</a>${stop}${gap}${words.code} <b>${trip.code}</b>${stop}${gap}${filedFor(page, language)}${trip.simulated && words.simulated}</footer>`;
}
