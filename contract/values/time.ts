import { z } from "zod";

// Of one form only, instants are compared and kept as texts.
const canonical = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
function inUtc(text: string): string {
  if (canonical.test(text) || Number.isNaN(Date.parse(text))) return text;
  const utc = new Date(text).toISOString();
  return canonical.test(utc) ? utc : text; // an offset may lead out of the years of four digits
}

/** An instant in UTC with milliseconds, `2026-11-22T03:15:00.000Z`; taken in any form of ISO 8601 with `Z` or an offset. */
export const Instant = z.iso
  .datetime({ offset: true })
  .overwrite(inUtc)
  .meta({ id: "Instant", description: "ISO 8601 with Z or an offset; answered in UTC with milliseconds" });
export type Instant = z.infer<typeof Instant>;

/** A civil day of the zone, `2026-11-22`; impossible days are refused. */
export const CivilDate = z.iso.date().meta({ id: "CivilDate" });
export type CivilDate = z.infer<typeof CivilDate>;

/** A clock time of the zone, `07:30`; `24:00` is the end of the day. */
export const ClockTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)
  .meta({ id: "ClockTime" });
export type ClockTime = z.infer<typeof ClockTime>;

/**
 * The view on history that a reader asks for. `asOf` (a civil day D): what was valid or had occurred by the end
 * of D, with all that is known now. `knownAt` (an instant T): only what had been recorded by T.
 */
export const HistoryView = z.strictObject({ asOf: CivilDate.optional(), knownAt: Instant.optional() });
export type HistoryView = z.infer<typeof HistoryView>;
