import { spokenPaper } from "@moc/contract/gate/messages/paper.ts";
import type { PaperMode } from "@moc/contract/gate/paper-mode.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { type Html, html } from "../../platform/http/html.ts";
import { dayClock } from "./zone-clock.ts";

/** What everybody is told of a route on paper: since when, why, and how much was entered afterwards. */
export function paperBlocks(modes: readonly PaperMode[], language: Language, timeZone: string): Html {
  return html`${modes.map((mode) => {
    const { title, text } = spokenPaper(language, mode, (at) => dayClock(new Date(at), timeZone));
    return html`<section class="blk note"><h2>${title}</h2><p>${text}</p><p class="sm">${mode.reason}</p></section>`;
  })}`;
}
