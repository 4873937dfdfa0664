import type { BulletinChange, BulletinView } from "@moc/contract/gate/bulletin.ts";
import { civilDay, instantOf } from "@moc/server/platform/time/clock.ts";
import { countByHand } from "../count-by-hand.ts";
import { must, type Row } from "../naive-gate/truck.ts";
import type { Client } from "../open-world.ts";
import { command } from "../trips.ts";
import { reason } from "./random-acts.ts";

type Gate = Client["gate"];
type Hand = ReturnType<typeof countByHand>;

/** What is known of a day is what a hand counts in the log. */
function countAgain({ known }: BulletinView, log: readonly Row[]): Hand {
  const { day, from, cutOff, figures } = known;
  const rows = log.toSorted((one, other) => one.seq - other.seq);
  const hand = countByHand(rows, new Date(from), new Date(cutOff));
  for (const [line, count] of Object.entries(hand)) {
    const stored = figures.lines[line as keyof Hand]; // as: entries forgets the keys
    must(stored === count, "the bulletin is a hand's count", { day, line, stored, count });
  }
  return hand;
}

/** A correction names each line that a hand counts otherwise than it was issued, and no other of them. */
function judgeCorrection(was: BulletinView, hand: Hand, changed: readonly BulletinChange[]): void {
  const issued = was.records.at(-1)?.figures.lines;
  for (const [line, count] of Object.entries(hand)) {
    const before = issued?.[line as keyof Hand]; // as: entries forgets the keys
    const named = changed.find((one) => one.line === line && one.place === undefined);
    must((named === undefined) === (before === count), "a correction names what changed", {
      line,
      was,
      named,
    });
    must(named === undefined || (named.was === before && named.is === count), "it says from what to what", {
      line,
      named,
    });
  }
}

/** The day before, as known now: what was entered from paper since is issued as a correction, and nothing else is. */
async function correct(gate: Gate, day: string, log: readonly Row[]): Promise<void> {
  const { bulletin } = await gate.readBulletin({ day });
  const last = bulletin.records.at(-1);
  if (last === undefined) return; // the first day has none before it
  const hand = countAgain(bulletin, log);
  const tried = gate.correctBulletin({ ...command(), day, reason, seen: last.number });
  const corrected = await tried.catch((error: { code?: unknown }) => {
    must(error.code === "bulletin_agrees", "what differs can be corrected", { code: error.code, bulletin });
    return null;
  });
  must((corrected === null) === (bulletin.differs.length === 0), "a correction corrects something", bulletin);
  const record = corrected?.bulletin.records.at(-1);
  if (record === undefined) return judgeCorrection(bulletin, hand, []);
  must(record.number === last.number + 1, "corrections count on", record);
  judgeCorrection(bulletin, hand, record.changed);
}

/**
 * At the cut-off the bulletin of the day is what a hand counts in the log; it is issued once, and the day before is
 * corrected when it is known otherwise by now. `gate`: as a dispatcher has it; `log`: the events of all trucks that can count on either day.
 * @throws Differs
 */
export async function closeDay(
  gate: Gate,
  day: string,
  timeZone: string,
  log: readonly Row[],
): Promise<void> {
  const { bulletin } = await gate.readBulletin({ day });
  countAgain(bulletin, log);
  const issued = await gate.issueBulletin({ ...command(), day });
  const { records } = issued.bulletin;
  must(records.length === 1 && records[0]?.number === 0, "a day is issued once", { day, records });
  must(issued.bulletin.differs.length === 0, "what was issued is what is known", { day, records });
  const noon = instantOf(day, "12:00", timeZone).getTime();
  await correct(gate, civilDay(new Date(noon - 24 * 3_600_000), timeZone), log);
}
