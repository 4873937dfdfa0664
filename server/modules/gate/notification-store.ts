import type { TellCause, TellChoice, TellReason, TellState } from "@moc/contract/gate/notification.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { sql } from "kysely";
import type { Db, Tx } from "../../platform/database/handle.ts";

export type Channel = "phone" | "email";

/** Something to be told of a trip; `about` names what is told once only. */
export type Told = {
  trip: string;
  declarant: string;
  cause: TellCause;
  about: string | null;
  simulated: boolean;
};

/**
 * Writes one message for the driver and one for each account of the firm that agreed, in the transaction of the cause. A
 * driver who has not agreed gets a row that says so. What has been told already is not told again.
 */
export async function insertTold(tx: Tx, told: readonly Told[], at: Date): Promise<void> {
  if (told.length === 0) return;
  await sql`
    WITH told AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify(told)}::jsonb)
        AS t (trip uuid, declarant text, cause text, about text, simulated boolean)),
    recipients AS (
      SELECT told.*, told.trip AS recipient, 'phone' AS channel FROM told
      UNION ALL
      SELECT told.*, c.recipient, 'email' FROM told JOIN gate_tell_choice c
        ON c.channel = 'email' AND c.consent AND c.organisation = told.declarant)
    INSERT INTO gate_notification (trip, recipient, channel, cause, about, state, reason, at, due_at, simulated)
    SELECT r.trip, r.recipient, r.channel, r.cause, r.about,
      CASE WHEN coalesce(c.consent, false) THEN 'queued' ELSE 'suppressed' END,
      CASE WHEN coalesce(c.consent, false) THEN NULL ELSE 'no_consent' END,
      ${at}::timestamptz, ${at}::timestamptz, r.simulated
    FROM recipients r LEFT JOIN gate_tell_choice c ON c.recipient = r.recipient
    ON CONFLICT DO NOTHING`.execute(tx);
}

export type StoredTold = {
  id: string;
  trip: string;
  recipient: string;
  channel: Channel;
  cause: TellCause;
  state: TellState;
  reason: TellReason | null;
  attempts: number;
  at: Date;
  due_at: Date;
  sent_at: Date | null;
  delivered_at: Date | null;
  simulated: boolean;
  /** Since when a sender has it in hand, machine time. */
  claimed_at: Date | null;
};

/** Everything that was told of one trip, the latest first. */
export async function selectTold(db: Db, trip: string): Promise<(StoredTold & { language: Language })[]> {
  const { rows } = await sql<StoredTold & { language: Language }>`
    SELECT n.*, coalesce(c.language, 'vi') AS language FROM gate_notification n
    LEFT JOIN gate_tell_choice c ON c.recipient = n.recipient
    WHERE n.trip = ${trip} ORDER BY n.at DESC, n.id LIMIT 200`.execute(db);
  return rows;
}

// Longer than the patience with a mail server; ms of machine time.
const claimKept = 120_000;

/**
 * Takes some messages that are due, so that nobody else sends them meanwhile. Who dies over one leaves it to whoever comes
 * after `claimKept`: at most one repeat for each death, and no loss.
 */
export async function claimDue(tx: Tx, now: Date, machineNow: Date, count: number): Promise<StoredTold[]> {
  const { rows } = await sql<StoredTold>`
    UPDATE gate_notification SET claimed_at = ${machineNow}, attempts = attempts + 1 WHERE id IN (
      SELECT id FROM gate_notification
      WHERE state = 'queued' AND due_at <= ${now}
        AND (claimed_at IS NULL OR claimed_at < ${new Date(machineNow.getTime() - claimKept)})
      ORDER BY due_at, id LIMIT ${count} FOR UPDATE SKIP LOCKED)
    RETURNING *`.execute(tx);
  return rows;
}

/** Makes one's claim new before a step that may take its time. @returns false when somebody has taken the message over */
export async function renewClaim(
  db: Db,
  { id, claimed_at: mine }: Pick<StoredTold, "id" | "claimed_at">,
  machineNow: Date,
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE gate_notification SET claimed_at = ${machineNow}
    WHERE id = ${id} AND state = 'queued' AND claimed_at = ${mine} RETURNING id`.execute(db);
  return rows.length > 0;
}

/** What became of a message. */
export type Outcome = {
  state: TellState;
  reason: TellReason | null;
  /** Zone time of the next try, or of the arrival that is in store. */
  due: Date;
  sent: Date | null;
  /** Nothing was tried: it only waits. */
  untried?: boolean;
};

/** Records it and lets the message go. */
export async function saveOutcome(
  db: Db,
  id: string,
  { state, reason, due, sent, untried }: Outcome,
): Promise<void> {
  await sql`
    UPDATE gate_notification SET state = ${state}, reason = ${reason}, due_at = ${due}, claimed_at = NULL,
      sent_at = coalesce(${sent}::timestamptz, sent_at), attempts = attempts - ${untried === true ? 1 : 0}
    WHERE id = ${id} AND state = 'queued'`.execute(db);
}

/** Messages to simulated phones whose time of arrival has come. */
export async function deliverDue(db: Db, now: Date): Promise<void> {
  await sql`
    UPDATE gate_notification SET state = 'delivered', delivered_at = due_at
    WHERE state = 'sent' AND channel = 'phone' AND due_at <= ${now}`.execute(db);
}

/** Trips whose time runs out between now and then: called and not at the gate, or on the other side. null: none of these. */
export async function selectRunningOut(
  tx: Tx,
  now: Date,
  shows: Date | null,
  returns: Date | null,
): Promise<Told[]> {
  const { rows } = await sql<Told>`
    SELECT id AS trip, declarant, 'deadline' AS cause, simulated,
      'deadline ' || state || ' ' || coalesce(show_by, return_by)::text AS about
    FROM gate_trip
    WHERE ended_at IS NULL
      AND ((state = 'called' AND show_by > ${now} AND show_by <= ${shows}::timestamptz)
        OR (state = 'abroad' AND return_by > ${now} AND return_by <= ${returns}::timestamptz))
      AND NOT EXISTS (
        SELECT FROM gate_notification n WHERE n.trip = gate_trip.id AND n.recipient = gate_trip.id
          AND n.about = 'deadline ' || gate_trip.state || ' ' || coalesce(gate_trip.show_by, gate_trip.return_by)::text)
    ORDER BY id LIMIT 500`.execute(tx);
  return rows;
}

/** What these recipients chose. */
export async function selectChoices(db: Db, recipients: readonly string[]): Promise<Map<string, TellChoice>> {
  const rows = await db
    .selectFrom("gate_tell_choice")
    .selectAll()
    .where(sql<boolean>`recipient = ANY (${[...recipients]}::uuid[])`)
    .execute();
  return new Map(
    rows.map(({ recipient, consent, language, quiet_from, quiet_to }) => [
      recipient,
      {
        consent,
        language: language as Language, // as: the table allows no other
        quiet: quiet_from === null || quiet_to === null ? null : { from: quiet_from, to: quiet_to },
      },
    ]),
  );
}

export async function saveChoice(
  tx: Tx,
  who: { recipient: string; channel: Channel; organisation: string | null },
  { consent, language, quiet }: TellChoice,
  at: Date,
): Promise<void> {
  const chosen = {
    consent,
    language,
    quiet_from: quiet?.from ?? null,
    quiet_to: quiet?.to ?? null,
    chosen_at: at,
  };
  await tx
    .insertInto("gate_tell_choice")
    .values({ ...who, ...chosen })
    .onConflict((conflict) =>
      conflict.column("recipient").doUpdateSet({ ...chosen, organisation: who.organisation }),
    )
    .execute();
}
