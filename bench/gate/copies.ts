import { createHash } from "node:crypto";
import { containerCheckDigit } from "@moc/contract/gate/vehicle.ts";

/** One event as the log holds it; `data` is its exact text. */
export type KeptEvent = {
  kind: string;
  subject: string;
  actor_id: string;
  actor_kind: string;
  actor_role: string | null;
  organisation: string | null;
  simulated: boolean;
  occurred_at: Date;
  recorded_at: Date;
  data: string;
};

/** One row of the command register; `result` is its exact text. */
export type KeptCommand = { id: string; actor_id: string; digest: Buffer; result: string; recorded_at: Date };

/** What a played sample has left in the log. `every`: ms from one sample to the next; `trucks`: numbers of trucks it used. */
export type Sample = { events: KeptEvent[]; commands: KeptCommand[]; every: number; trucks: number };

/** What one sample adds to a queue: tickets, and how far its one stream is served. */
type Step = { tickets: number; credit: number };

const uuid = /"([0-9a-f]{8})(-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"/g;
const instant = /"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z"/g;
const plate = /"(29H|29K|桂F)(\d{5})"/g;
const container = /"TSTU(\d{6})\d"/g;
// No letter that the codes of real declarations may not have; those are random, so that none meets one of these.
const letters = "ACDEFGHJKLMNPQRTUVWXY3479";

/** The n-th code of a declaration, each another. */
function codeOf(n: number): string {
  let head = "";
  for (let rest = Math.floor(n / 10_000), place = 0; place < 4; place += 1) {
    head += letters[rest % letters.length];
    rest = Math.floor(rest / letters.length);
  }
  return `${head}-${String(n % 10_000).padStart(4, "0")}`;
}

type Called = { credit: { virtual: number; passes: Record<string, number> } };

function stepsOf(events: readonly KeptEvent[], routeOf: ReadonlyMap<string, string>): Map<string, Step> {
  const steps = new Map<string, Step>();
  for (const { kind, subject, data } of events) {
    const route = routeOf.get(subject) ?? "";
    const { tickets, credit } = steps.get(route) ?? { tickets: 0, credit: 0 };
    if (kind === "gate.arrived") steps.set(route, { tickets: tickets + 1, credit });
    if (kind !== "gate.called") continue;
    const paid = Object.values((JSON.parse(data) as Called).credit.passes); // as: an event that was parsed when written
    if (paid.length !== 1) throw new Error("a sample has one stream on each route");
    steps.set(route, { tickets, credit: Math.max(credit, ...paid) });
  }
  return steps;
}

/** Ids that every sample makes anew; those of actors, persons and organisations stay. */
function ownIds({ events, commands }: Sample): Set<string> {
  const within = events.flatMap(({ data }) =>
    [...data.matchAll(/"(?:call|transfer)": ?"([0-9a-f-]{36})"/g)].map((match) => match[1] ?? ""),
  );
  return new Set([...events.map((event) => event.subject), ...commands.map(({ id }) => id), ...within]);
}

/**
 * The `k`-th repetition of a sample, as its commands would have written it so much later: trips, codes, trucks, tickets,
 * credit and instants of its own; actors and persons come again, as drivers do.
 */
export function copiesOf(sample: Sample): (k: number) => Pick<Sample, "events" | "commands"> {
  const own = ownIds(sample);
  const routeOf = new Map(
    sample.events.flatMap(
      ({ kind, subject, data }): [string, string][] =>
        kind === "gate.declared" ? [[subject, (JSON.parse(data) as { route: string }).route]] : [], // as: parsed when written
    ),
  );
  const steps = stepsOf(sample.events, routeOf);
  const declared = routeOf.size;
  return (k) => {
    const idOf = (id: string) =>
      own.has(id)
        ? ((Number.parseInt(id.slice(0, 8), 16) ^ k) >>> 0).toString(16).padStart(8, "0") + id.slice(8)
        : id;
    const later = (at: Date) => new Date(at.getTime() + k * sample.every);
    let codes = k * declared;
    const texted = ({ kind, subject, data }: KeptEvent): string => {
      const text = data
        .replaceAll(uuid, (_, head: string, rest: string) => `"${idOf(head + rest)}"`)
        .replaceAll(instant, (at) => JSON.stringify(later(new Date(at.slice(1, -1)))))
        .replaceAll(plate, (_, series: string, digits: string) => {
          return `"${series}${10_000 + ((Number(digits) - 10_000 + k * sample.trucks) % 80_000)}"`;
        })
        .replaceAll(container, (_, digits: string) => {
          const first10 = `TSTU${String((Number(digits) + k * sample.trucks) % 1_000_000).padStart(6, "0")}`;
          return `"${first10}${containerCheckDigit(first10)}"`;
        });
      const step = steps.get(routeOf.get(subject) ?? "");
      if (kind === "gate.declared")
        return text.replace(/("code": ?)"[^"]*"/, (_, key) => `${key}"${codeOf(codes++)}"`);
      if (kind === "gate.arrived" && step !== undefined)
        return text.replace(
          /("ticket": ?)(\d+)/,
          (_, key, ticket) => `${key}${Number(ticket) + k * step.tickets}`,
        );
      if (kind === "gate.called" && step !== undefined) return served(text, k * step.credit);
      return text;
    };
    return {
      events: sample.events.map((event) => ({
        ...event,
        subject: idOf(event.subject),
        occurred_at: later(event.occurred_at),
        recorded_at: later(event.recorded_at),
        data: texted(event),
      })),
      commands: sample.commands.map((command) => ({
        id: idOf(command.id),
        actor_id: command.actor_id,
        digest: createHash("sha256").update(command.digest).update(String(k)).digest(),
        result: command.result.replaceAll(uuid, (_, head: string, rest: string) => `"${idOf(head + rest)}"`),
        recorded_at: later(command.recorded_at),
      })),
    };
  };
}

/** A call after which the queue is served by so much more. */
function served(text: string, more: number): string {
  const called = JSON.parse(text) as Called; // as: an event that was parsed when written
  const passes = Object.entries(called.credit.passes).map(([stream, paid]) => [stream, paid + more]);
  return JSON.stringify({
    ...called,
    credit: { ...called.credit, virtual: called.credit.virtual + more, passes: Object.fromEntries(passes) },
  });
}
