import type { Times } from "../grammar/deadlines.ts";
import type { Resolve } from "../names/register.ts";
import type { Party, Proposal } from "../reading.ts";
import { originalSpan, type Paragraph } from "../scan/paragraphs.ts";
import type { Placed } from "../structure/sections.ts";
import { type Draft, draftsOf, type Source } from "./drafts.ts";
import { Mentions } from "./mentions.ts";
import { trimmed } from "./split.ts";

/** How sure the grammar is of the lead, by where it was found. */
const CERTAINTY: Readonly<Record<Source | "issuer", number>> = {
  order: 0.95,
  duty: 0.95,
  subject: 0.9,
  heading: 0.85,
  inherited: 0.85,
  issuer: 0.7,
  none: 0.6,
};
const UNKNOWN_VERB = 0.2;
const OUTSIDE_TASKS = 0.1;

export interface ProposalContext {
  readonly times: Times;
  readonly resolve: Resolve;
  readonly reference: string | null;
  /** The issuer when the document is its own plan, whose tasks need not name it; else null. */
  readonly ownPlanOf: string | null;
}

/** Every task of the body, in reading order. */
export function proposalsOf(body: readonly Placed[], context: ProposalContext): Proposal[] {
  const mentions = new Mentions(context.resolve, context.reference);
  if (context.ownPlanOf !== null) mentions.remember(context.ownPlanOf);
  const proposals: Proposal[] = [];
  let directed = false;
  for (const placed of body) {
    directed = speaksForAuthority(placed.paragraph.text, directed);
    for (const draft of draftsOf(placed, { times: context.times, directed })) {
      for (const lead of leadsOf(draft, context)) {
        if (lead.text !== "") mentions.remember(lead.text);
        proposals.push(proposalOf(placed.paragraph, draft, lead, mentions));
      }
    }
  }
  return proposals;
}

const SPEECH =
  /(?:phát biểu chỉ đạo|chỉ đạo hội nghị|kết luận (?:hội nghị|cuộc họp|buổi làm việc)|yêu cầu|nhấn mạnh)/iu;
const DUTY = /(?<!\p{L})(?:cần|phải|yêu cầu)(?!\p{L})/iu;
const LOOKED_AT = 4_000;

/** An article reports an order and goes on in its words as long as the paragraphs keep saying what must be done. */
function speaksForAuthority(text: string, before: boolean): boolean {
  const head = text.slice(0, LOOKED_AT);
  return DUTY.test(head) && (before || SPEECH.test(head));
}

interface Lead {
  readonly text: string;
  readonly source: Source | "issuer";
}

function leadsOf(draft: Draft, context: ProposalContext): Lead[] {
  if (draft.leads.length > 0) return draft.leads.map((text) => ({ text, source: draft.source }));
  if (context.ownPlanOf !== null && draft.mode === "tasks")
    return [{ text: context.ownPlanOf, source: "issuer" }];
  return [{ text: "", source: "none" }];
}

function proposalOf(paragraph: Paragraph, draft: Draft, lead: Lead, mentions: Mentions): Proposal {
  const party = (text: string): Party => ({ text, organisation: mentions.organisationOf(text) });
  const quoted = trimmed(paragraph.text, draft.start, draft.end);
  const action = trimmed(paragraph.text, draft.actionStart, draft.end);
  const certainty =
    CERTAINTY[lead.source] - (draft.known ? 0 : UNKNOWN_VERB) - (draft.mode === "tasks" ? 0 : OUTSIDE_TASKS);
  return {
    lead: party(lead.text),
    with: draft.with.map(party),
    action: paragraph.text.slice(action.start, action.end),
    deadline: draft.deadline,
    ...(draft.condition !== null && { condition: draft.condition }),
    span: originalSpan(paragraph, quoted.start, quoted.end),
    paragraph: paragraph.number,
    confidence: Math.round(certainty * 100) / 100,
  };
}
