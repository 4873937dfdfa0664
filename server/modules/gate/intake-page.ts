import type { RouteOpenness } from "@moc/contract/registry/calendar.ts";
import { type Sides, sideWords } from "@moc/contract/registry/side-words.ts";
import { fillSentence, marks } from "@moc/contract/values/sentence.ts";
import type { Language, LocalText } from "@moc/contract/values/text.ts";
import { type Html, html } from "../../platform/http/html.ts";
import { civilDay, dayBounds } from "../../platform/time/clock.ts";
import { selectBulletin } from "./bulletin-store.ts";
import { intakeStates, intakeWords } from "./intake-words.ts";
import { type GateParts, momentKey } from "./parts.ts";
import { dayClock } from "./zone-clock.ts";

/** What the sending provinces may see of one route: counts alone, no truck and nobody. */
export type PublicRoute = {
  key: string;
  name: LocalText;
  state: RouteOpenness["state"];
  opensAt: string | null;
  closesAt: string | null;
  waiting: number;
  durian: number;
  unknown: number;
  crossed: number;
};

export type PublicIntake = { at: string; simulated: boolean; arrived: number; routes: PublicRoute[] };

type Row = { route: string; vehicles: number };
const total = (rows: readonly Row[]) => rows.reduce((sum, row) => sum + row.vehicles, 0);

async function countIntake({ database, clock, registry }: GateParts): Promise<PublicIntake> {
  const at = clock.now();
  // The bulletin excludes its first instant; midnight itself belongs to the day.
  const from = new Date(dayBounds(civilDay(at, clock.timeZone), clock.timeZone).from.getTime() - 1);
  const counts = await selectBulletin(database.db, { from, cutOff: at, yearFrom: from });
  const taken = counts.passages.filter((row) => row.direction === "export");
  const routes = registry.rows(at).route.filter((route) => route.admits.includes("export_vn"));
  return {
    at: at.toISOString(),
    simulated: clock.mode === "demo",
    arrived: counts.arrivals,
    routes: routes.map(({ key, shortName }) => {
      const here = (row: Row) => row.route === key;
      const backlog = counts.backlog.filter(here);
      const open = registry.openness(key, at);
      return {
        key,
        name: shortName,
        state: open?.state ?? "hours_unknown",
        opensAt: open?.opensAt ?? null,
        closesAt: open?.closesAt ?? null,
        waiting: total(backlog),
        durian: total(backlog.filter((row) => row.goods === "durian")),
        unknown: total(backlog.filter((row) => row.goods === "unknown")),
        crossed: total(taken.filter(here)),
      };
    }),
  };
}

/** The public picture; everybody who asks in the same moment is given the same one. */
export function readIntake(parts: GateParts): Promise<PublicIntake> {
  return parts.intakes.once(momentKey(parts), () => countIntake(parts));
}

function routeRow(route: PublicRoute, language: Language): Html {
  const words = intakeWords[language];
  const { state, opensAt, closesAt } = route;
  const hours =
    state === "closed" && opensAt !== null
      ? fillSentence(words.opens, { t: opensAt })
      : state === "open" && closesAt !== null && fillSentence(words.closes, { t: closesAt });
  return html`<tr><th scope="row">${route.name[language]}</th><td>${intakeStates[language][state]}${hours && marks[language].comma + hours}</td><td>${route.waiting}</td><td>${route.crossed}</td></tr>`;
}

/** The page "intake today and backlog". */
export function intakeContent(
  intake: PublicIntake,
  language: Language,
  zone: { timeZone: string; sides: Sides },
): Html {
  const words = intakeWords[language];
  const sum = (value: (route: PublicRoute) => number) =>
    String(intake.routes.reduce((all, route) => all + value(route), 0));
  const parts = { durian: sum((route) => route.durian), unknown: sum((route) => route.unknown) };
  const taken = { n: sum((route) => route.crossed), m: String(intake.arrived) };
  const at = { ...sideWords(zone.sides, language), t: dayClock(new Date(intake.at), zone.timeZone) };
  const heads = [words.route, words.state, words.waiting, words.crossed];
  return html`<header class="hd"><h1>${words.title}</h1><p class="upd">${fillSentence(words.at, at)}</p></header>
<main><section class="blk"><h2 class="sm">${words.backlog}</h2><p class="big">${sum((route) => route.waiting)}</p><p class="sm">${fillSentence(words.parts, parts)}</p><p>${fillSentence(words.taken, taken)}</p></section>
<section class="blk"><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${intake.routes.map((route) => routeRow(route, language))}</tbody></table><p class="sm">${words.note}${intake.simulated && marks[language].gap + words.simulated}</p></section>
<a class="b1" href="?lang=${language}">${words.refresh}</a></main>`;
}
