import { must, type Row, type Truck } from "./truck.ts";

/** Work on paper: its stretches, and the numbers of the blank slips. */
export type Paper = {
  stretches: Map<string, { route: string; from: string; to: string | null; last: string }>;
  ranges: { first: number; last: number; route: string; organisation: string | null }[];
  voided: Set<number>;
  /** Slip → the truck that it went with. */
  went: Map<number, string>;
};

export const noPaper = (): Paper => ({
  stretches: new Map(),
  ranges: [],
  voided: new Set(),
  went: new Map(),
});

const rangeOf = ({ ranges }: Paper, slip: number) =>
  ranges.find(({ first, last }) => first <= slip && slip <= last);

type Tell = (paper: Paper, row: Row) => void;
const tells: Record<string, Tell> = {
  paper_declared({ stretches }, row) {
    const { route, from, to } = row.data;
    must(Date.parse(from) <= row.occurred_at.getTime(), "paper mode is declared once it has begun", row);
    const shared = [...stretches.values()].some(
      (one) => one.route === route && (one.to === null || from < one.to) && (to === null || one.from < to),
    );
    must(!shared, "two stretches of a route share no moment", row);
    stretches.set(row.subject, { route, from, to, last: from });
  },
  paper_ended({ stretches }, row) {
    const stretch = stretches.get(row.subject);
    must(stretch?.to === null, "a stretch ends once", row);
    const { to } = row.data;
    must(to > stretch.from && to >= stretch.last, "the end lies after all that was entered", {
      row,
      stretch,
    });
    must(Date.parse(to) <= row.occurred_at.getTime(), "nothing ends in the future", row);
    stretch.to = to;
  },
  slips_reserved({ ranges }, row) {
    const { first, last, route } = row.data;
    const given = ranges.at(-1)?.last ?? 0;
    must(first === given + 1 && last >= first, "numbers count on through the zone", { row, given });
    ranges.push({ first, last, route, organisation: row.organisation });
  },
  paper_slip_voided(paper, row) {
    const { slip, route } = row.data;
    const range = rangeOf(paper, slip);
    must(range?.route === route, "a slip that was reserved is voided", row);
    const own = range.organisation === row.organisation || row.actor_role === "dispatcher";
    must(own, "whose slips they are voids them, or the gate centre", { row, range });
    must(!paper.voided.has(slip), "a slip is voided once", row);
    paper.voided.add(slip);
  },
};

/** One event of the work on paper. @returns whether it was one @throws Differs when the rules forbid it */
export function tellPaper(paper: Paper, row: Row): boolean {
  const tell = tells[row.kind.replace("gate.", "")];
  tell?.(paper, row);
  return tell !== undefined;
}

// What follows of an act happens when the later of the two things on which it rests did.
const follow = new Set(["gate.arrived", "gate.checks_done"]);

/** An act that was entered from a slip: a good slip of its own route, which went with no other truck, in its stretch. */
export function judgeSlip(paper: Paper, truck: Truck, row: Row): void {
  const mark = row.data.paper;
  if (mark === undefined) return;
  const { slip } = mark;
  const stretch = paper.stretches.get(mark.paper);
  const told = { row, stretch, truck: truck.id, route: truck.route };
  must(stretch?.route === truck.route, "what is entered was done on a route that worked on paper", told);
  must(rangeOf(paper, slip)?.route === truck.route, "a slip is of the route", told);
  must(!paper.voided.has(slip), "nothing is entered from a slip that is void", told);
  must((paper.went.get(slip) ?? truck.id) === truck.id, "a slip goes with one truck", told);
  paper.went.set(slip, truck.id);
  const at = row.occurred_at.toISOString();
  must(mark.recordedAt === row.recorded_at.toISOString(), "the mark says when it was entered", told);
  if (follow.has(row.kind)) return;
  must(at >= stretch.from && (stretch.to === null || at <= stretch.to), "the time lies in the stretch", told);
  if (at > stretch.last) stretch.last = at;
}
