import { incidentKinds } from "@moc/contract/gate/duty.ts";
import { civilDay } from "@moc/server/platform/time/clock.ts";
import { actor } from "../open-world.ts";
import { command, customs, dispatcher, guard, health, park, police, yard, yardKey } from "../trips.ts";
import { reason } from "./random-acts.ts";
import { counts } from "./random-counts.ts";
import { dropDraft, fileDraft, keepDraft } from "./random-drafts.ts";
import { drawnFirm } from "./random-filing.ts";
import { inMinutes, type Play, routes } from "./random-steering.ts";

/** What is played at the desks: duty, incidents, the roster, numbered slips, what firms agree to be told. */

type Deed = (play: Play) => Promise<unknown>;

const chief = actor("administrator", "border-guard");
const otherChief = actor("administrator", "customs-region-6");
const officers = [guard, actor("border_guard", "border-guard"), dispatcher, customs, health, police, yard];
const posts = [...routes, park, yardKey];
const hour = 60; // minutes

/** One of those that the model knows, by its id, or now and then one that is over; undefined: there is none. */
function known({ draw, naive }: Play, some: ReadonlyMap<string, unknown>): string | undefined {
  const { over } = naive.gate.desk;
  const ids = over.length > 0 && draw.chance(0.15) ? over : [...some.keys()];
  return ids.length === 0 ? undefined : draw.pick(ids);
}

export const desk = {
  takeDuty: ({ as, draw }) =>
    as(draw.pick(officers)).takeDuty({ ...command(), post: draw.pick([...posts, "nowhere"]) }),
  handOver: async (play) => {
    const { draw, naive } = play;
    const duty = known(play, naive.gate.desk.duties);
    if (duty === undefined) return;
    const holder = officers.find(({ id }) => id === naive.gate.desk.duties.get(duty)?.holder);
    const by = draw.chance(0.5) ? (holder ?? dispatcher) : draw.pick(officers);
    return play.as(by).handOver({ ...command(), duty, note: reason });
  },
  reportIncident: (play) => {
    const { draw } = play;
    const since = inMinutes(play, draw.pick([0, -5, -30, -7 * 24 * hour - 1, 3]));
    const what = { place: draw.pick(posts), kind: draw.pick(incidentKinds), text: reason, since };
    return play.as(draw.pick(officers)).reportIncident({ ...command(), ...what });
  },
  closeIncident: async (play) => {
    const { draw, naive } = play;
    const incident = known(play, naive.gate.desk.incidents);
    if (incident === undefined) return;
    const reporter = officers.find(({ id }) => id === naive.gate.desk.incidents.get(incident)?.reporter);
    const by = draw.chance(0.5) ? (reporter ?? dispatcher) : draw.pick(officers);
    return play.as(by).closeIncident({ ...command(), incident, outcome: reason });
  },
  planShift: (play) => {
    const { draw, officers: planned } = play;
    const from = draw.upTo(20 * hour) - 2 * hour;
    const length = draw.pick([2, 4, 8, 12, 24, 25]) * hour;
    const shift = { post: draw.pick(posts), officer: draw.pick(planned) };
    const times = { from: inMinutes(play, from), to: inMinutes(play, from + length) };
    const by = draw.chance(0.9) ? chief : otherChief;
    return play.as(by).planShift({ ...command(), ...shift, ...times });
  },
  dropShift: async (play) => {
    const shift = known(play, play.naive.gate.desk.shifts);
    if (shift === undefined) return;
    return play.as(play.draw.chance(0.9) ? chief : otherChief).dropShift({ ...command(), shift });
  },
  chooseNotifications: (play) => {
    const { draw } = play;
    const quiet = draw.chance(0.5) ? { from: "21:00", to: "06:00" } : null;
    const choice = { consent: draw.chance(0.7), language: draw.pick(["vi", "en", "zh"] as const), quiet };
    const by = draw.chance(0.9) ? drawnFirm(play) : guard;
    return play.as(by).chooseNotifications({ ...command(), choice });
  },
  voidPaperSlip: async (play) => {
    const { draw, papers, naive } = play;
    const { ranges } = naive.gate.paper;
    if (ranges.length === 0) return;
    const { first, last, route } = draw.pick(ranges.slice(-5));
    const reserved = first + draw.upTo(last - first);
    const slip = draw.chance(0.95) ? (papers.get(route)?.slips[0] ?? reserved) : 1_000_000;
    const by = draw.pick([yard, yard, dispatcher, guard]);
    return play.as(by).voidPaperSlip({ ...command(), slip, reason });
  },
  // A day is issued at its cut-off, where it is counted by hand; sooner, or again, it is refused.
  issueBulletin: (play) =>
    play.as(play.draw.pick([dispatcher, guard])).issueBulletin({
      ...command(),
      day: civilDay(play.now, "Asia/Ho_Chi_Minh"),
    }),
  ...counts,
  keepDraft,
  dropDraft,
  fileDraft,
} as const satisfies Record<string, Deed>;

/** Officers whom a chief can plan. */
export const accounts = ["bp-ca-1", "bp-ca-2"].map((userName) => ({
  userName,
  name: "Cán bộ ca",
  roles: ["border_guard" as const],
  organisation: "border-guard",
}));
