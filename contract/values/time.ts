import { z } from "zod";

/** An instant in UTC with milliseconds, `2026-11-22T03:15:00.000Z`. */
export const Instant = z.iso.datetime({ offset: false, precision: 3 }).meta({ id: "Instant" });
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
