import type { BulletinView } from "@moc/contract/gate/bulletin.ts";
import type { Actor } from "@moc/contract/values/actor.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { bulletinText } from "@moc/engines/gate/bulletin-text.ts";
import type { GateParts } from "./parts.ts";
import { readBulletin } from "./read-bulletin.ts";
import { dayClock } from "./zone-clock.ts";

/** A bulletin and its text as last issued, else as known now; of the last finished day when none is named. */
export async function writeBulletin(
  parts: GateParts,
  actor: Actor,
  asked: { day?: string; language: Language },
): Promise<{ bulletin: BulletinView; text: string }> {
  const { bulletin } = await readBulletin(parts, actor, asked);
  const record = bulletin.records.at(-1) ?? null;
  const say = (at: string) => dayClock(new Date(at), parts.clock.timeZone);
  return { bulletin, text: bulletinText(record ?? bulletin.known, record, asked.language, say) };
}
