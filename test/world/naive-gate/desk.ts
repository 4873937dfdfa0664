import type { TellChoice } from "@moc/contract/gate/notification.ts";
import { must, type Row } from "./truck.ts";

/** The desk of the gate: who stands duty, what went wrong, who is planned for when, and who agreed to be told. */
export type Desk = {
  /** Duties that nobody handed over: duty → who holds it, and where. */
  duties: Map<string, { holder: string; post: string }>;
  /** Incidents that are not over. */
  incidents: Map<string, { place: string; reporter: string; organisation: string | null }>;
  /** Shifts that nobody dropped. */
  shifts: Map<string, Shift>;
  /** Account → its last choice. */
  choices: Map<string, TellChoice>;
  /** The last that are over: nobody ends them again. */
  over: string[];
};
type Shift = { post: string; organisation: string; account: string; from: string; to: string };

export const emptyDesk = (): Desk => ({
  duties: new Map(),
  incidents: new Map(),
  shifts: new Map(),
  choices: new Map(),
  over: [],
});

const hour = 3_600_000; // ms
const day = 24 * hour;
const leads = ({ actor_role }: Row) => actor_role === "dispatcher";

type Tell = (desk: Desk, row: Row) => void;
const tells: Record<string, Tell> = {
  duty_taken({ duties }, { subject, actor_id, data: { post } }) {
    const held = [...duties.values()].some((one) => one.holder === actor_id);
    must(!held, "who stands duty takes no second one", { subject, actor_id });
    duties.set(subject, { holder: actor_id, post });
  },
  duty_handed_over({ duties, incidents }, row) {
    const duty = duties.get(row.subject);
    must(duty !== undefined, "a duty is handed over once", row);
    must(
      duty.holder === row.actor_id || leads(row),
      "who holds a duty hands it over, or the gate centre",
      row,
    );
    const open = [...incidents.values()].filter((one) => one.place === duty.post).length;
    must(row.data.openIncidents === open, "who takes over is told of every open incident", { row, open });
    duties.delete(row.subject);
  },
  incident_reported({ incidents }, row) {
    const { subject, actor_id, organisation, occurred_at, data } = row;
    const age = occurred_at.getTime() - Date.parse(data.since);
    must(age >= 0 && age <= 7 * day, "what went wrong began in the last seven days", row);
    incidents.set(subject, { place: data.place, reporter: actor_id, organisation });
  },
  incident_closed({ incidents }, row) {
    const incident = incidents.get(row.subject);
    must(incident !== undefined, "an incident is over once", row);
    const own = incident.reporter === row.actor_id || incident.organisation === row.organisation;
    must(own || leads(row), "whose organisation reported it closes it, or the gate centre", row);
    incidents.delete(row.subject);
  },
  shift_planned({ shifts }, row) {
    const { post, account, from, to, organisation } = row.data;
    const [begins, ends, now] = [Date.parse(from), Date.parse(to), row.occurred_at.getTime()];
    must(ends > begins && ends - begins <= day, "a shift is a day at most", row);
    must(ends > now && begins <= now + 60 * day, "a plan is of the time to come", row);
    must(row.organisation !== null && organisation === row.organisation, "a chief plans his own people", row);
    shifts.set(row.subject, { post, account, from, to, organisation: row.organisation });
  },
  shift_dropped({ shifts }, row) {
    const shift = shifts.get(row.subject);
    must(shift?.organisation === row.organisation, "a chief drops a shift of his own people, once", row);
    must(Date.parse(shift.to) > row.occurred_at.getTime(), "what is over is not dropped", row);
    shifts.delete(row.subject);
  },
  notifications_chosen({ choices }, { subject, data: { consent, language, quiet } }) {
    choices.set(subject, { consent, language, quiet });
  },
};

/** One event of the desk. @returns whether it was one @throws Differs when the rules forbid it */
export function tellDesk(desk: Desk, row: Row): boolean {
  const tell = tells[row.kind.replace("gate.", "")];
  tell?.(desk, row);
  if (/closed|dropped|handed_over/.test(row.kind)) desk.over = [...desk.over, row.subject].slice(-9);
  return tell !== undefined;
}

/** Takes out the shifts that were over a week before `at`. */
export function forgetShifts({ shifts }: Desk, at: string): void {
  for (const [id, { to }] of shifts) if (Date.parse(at) - Date.parse(to) > 7 * day) shifts.delete(id);
}
