import { expect, test } from "vitest";
import type { Network, NetworkNode } from "./network.ts";
import { layOut } from "./plan.ts";
import { drawing, randomNetwork } from "./random-networks.ts";
import { planAll } from "./schedule.ts";

/** Years of work where the network has days; `plain` leaves only what the common path plans. */
function longWork(network: Network, plain: boolean): Network {
  const long = (duration: NetworkNode["duration"]) =>
    typeof duration === "number" ? 801 * duration : duration;
  if (!plain)
    return { ...network, nodes: network.nodes.map((node) => ({ ...node, duration: long(node.duration) })) };
  const { start, calendars } = network;
  const nodes = network.nodes.map(({ id, duration, calendar }) => ({
    id,
    duration: long(duration),
    calendar,
  }));
  const edges = network.edges.map(({ from, to }) => ({ from, to, kind: "practical" as const }));
  return { start, calendars, nodes, edges };
}

/** All dates of a plan whose tables reach at least so many days, and whether that is to its end. */
function datesWith(network: Network, reach: number) {
  const plan = layOut(network, reach);
  if (plan === null) throw new Error("a random network has no cycle");
  const { finish } = planAll(plan);
  const { earlyStart, earlyFinish, earlyVague, lateStart, lateFinish, lateVague } = plan;
  const dates = [earlyStart, earlyFinish, earlyVague, lateStart, lateFinish, lateVague].map((column) =>
    Array.from(column),
  );
  return { dates, inside: finish <= plan.tables.span };
}

test("a plan that runs beyond its tables is the one of tables that reach to its end", () => {
  let beyond = 0;
  for (let seed = 1; seed <= 24; seed++) {
    const network = longWork(randomNetwork(drawing(seed), 40), seed % 2 === 0);
    const short = datesWith(network, 0);
    const long = datesWith(network, 60_000);
    if (!short.inside && long.inside) beyond++;
    expect({ seed, dates: short.dates }).toEqual({ seed, dates: long.dates });
  }
  expect(beyond).toBeGreaterThan(9);
});
