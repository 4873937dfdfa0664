import { isWeekend } from "./grammar/days.ts";
import type { Times } from "./grammar/deadlines.ts";
import { readHead } from "./head/document-head.ts";
import { recipientsStart } from "./head/recipients.ts";
import { compileRegister, isForeign, type RegisteredOrganisation } from "./names/register.ts";
import { difficultiesOf, resultsOf } from "./passages.ts";
import type { Reading } from "./reading.ts";
import { repairCharacters } from "./scan/characters.ts";
import { paragraphsOf } from "./scan/paragraphs.ts";
import { placeParagraphs } from "./structure/sections.ts";
import { proposalsOf } from "./tasks/proposals.ts";

export interface ReadOptions {
  /** Organisations by name and validity; without it every `organisation` is null. */
  readonly register?: readonly RegisteredOrganisation[];
  /** Whether a civil day (ISO) is a working day; without it Saturdays and Sundays are not. */
  readonly isWorkingDay?: (iso: string) => boolean;
}

/** Documents whose own author does what they list. */
const OWN_PLANS = new Set(["Kế hoạch", "Chương trình", "Phương án", "Đề án"]);

/**
 * Reads an official document: its head, the documents it cites, results, difficulties and proposed tasks.
 * The same text and register always give the same reading; nothing is remembered and nothing thrown, whatever the
 * text is. Time and memory grow with its length only. Spans are offsets in `text` as given.
 */
export function read(text: string, options: ReadOptions = {}): Reading {
  const paragraphs = paragraphsOf(repairCharacters(text));
  const { head, bodyStart, reference } = readHead(paragraphs);
  const end = recipientsStart(paragraphs);
  const body = placeParagraphs(
    paragraphs.slice(bodyStart, Math.max(bodyStart, end)).filter((paragraph) => !paragraph.note),
    reference,
  );
  const times: Times = { reference, isWorkingDay: options.isWorkingDay ?? ((iso) => !isWeekend(iso)) };
  const { register = [] } = options;
  const resolve = compileRegister(isForeign(register, head.issuer) ? [] : register);
  const ownPlanOf = head.kind !== null && OWN_PLANS.has(head.kind) ? head.issuer : null;
  return {
    document: head,
    tasks: proposalsOf(body, { times, resolve, reference, ownPlanOf }),
    results: resultsOf(body),
    difficulties: difficultiesOf(body),
  };
}
