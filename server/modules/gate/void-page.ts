import { slipEvents } from "@moc/contract/gate/events.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { readSubject } from "../../platform/events/read-subject.ts";
import { type Html, html } from "../../platform/http/html.ts";
import { driverWords } from "./driver-words.ts";
import type { GateParts } from "./parts.ts";
import { clockFrom } from "./zone-clock.ts";

/** Since when a slip is void, and why. */
export type VoidSlip = { at: Date; reason: string };

/** What the log says of a slip that was voided; null for a link that never was, has run out, or ended with its driver. */
export async function readVoidSlip(parts: GateParts, secret: string): Promise<VoidSlip | null> {
  const ended = await parts.identity.endedLink(secret);
  if (ended === null) return null;
  for (const { kind, data, occurredAt } of await readSubject(parts.database.db, ended.trip)) {
    if (kind !== "gate.slips_voided") continue;
    const { slips, reason } = slipEvents[kind].parse(data);
    if (slips.includes(ended.id)) return { at: occurredAt, reason };
  }
  return null;
}

/** What a link says that holds no longer: a voided slip since when and why, any other that it has run out. */
export function endedContent(
  slip: VoidSlip | null,
  language: Language,
  parts: Pick<GateParts, "clock">,
): Html {
  const words = driverWords[language];
  if (slip === null) return html`<main><section class="blk miss"><h1>${words.expired}</h1></section></main>`;
  const at = clockFrom(parts.clock.now(), slip.at, parts.clock.timeZone);
  return html`<main><section class="blk miss"><h1>${words.voided}</h1><p class="big">${at}</p><p>${slip.reason}</p><p><b>${words.voidedMend}</b></p></section></main>`;
}
