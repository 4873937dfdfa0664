import type { RowFault } from "@moc/contract/gate/import.ts";
import { gateMessages } from "@moc/contract/gate/messages/messages.ts";
import { spokenParams } from "@moc/contract/gate/messages/spoken.ts";
import { fieldFault, fieldFaults } from "@moc/contract/platform/field-faults.ts";
import { type FieldFault, Refusal } from "@moc/contract/values/refusal.ts";
import { fillSentence } from "@moc/contract/values/sentence.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { columnOfPath } from "@moc/engines/gate/import-rows.ts";
import type { z } from "zod";
import { dayClock } from "./zone-clock.ts";

/** Who is told, and how the columns are headed there. */
export type RowSpeaker = {
  language: Language;
  timeZone: string;
  head: (column: NonNullable<ReturnType<typeof columnOfPath>>) => string | null;
};

type Speaking = Pick<RowSpeaker, "language" | "timeZone">;

/** A fault whose code the platform's list lacks is the gate's own. */
export function sentenceOf(
  { language, timeZone }: Speaking,
  fault: FieldFault,
  params: Record<string, string> = {},
): string {
  if (fault.message !== fault.code) return fault.message;
  const sentences: Readonly<Record<string, string>> = gateMessages[language].refusals;
  const spoken = spokenParams(language, params, (at) => dayClock(new Date(at), timeZone));
  return fillSentence(sentences[fault.code] ?? fault.code, spoken);
}

/** What is wrong with one row, in the reader's language with the column to mend: by its shape, or because a rule says no. */
export function rowFaults(
  speaker: RowSpeaker,
  row: number,
  wrong: readonly z.core.$ZodIssue[] | Refusal,
): RowFault[] {
  const { language } = speaker;
  const refused = wrong instanceof Refusal;
  const params = refused ? wrong.params : {};
  const field = refused ? (wrong.field ?? "").replace(/^declaration\./, "") : "";
  const faults = refused ? [fieldFault(language, field, wrong.code, params)] : fieldFaults(wrong, language);
  return faults.map((fault) => {
    const column = columnOfPath(fault.path);
    return {
      ...fault,
      row,
      column: column && speaker.head(column),
      message: sentenceOf(speaker, fault, params),
    };
  });
}
