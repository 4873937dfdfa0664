import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { layOut } from "../../engines/schedule/plan.ts";
import { median } from "../measure.ts";
import { timed } from "./beside-c.ts";
import { layeredNetwork } from "./layered-network.ts";
import { passOver } from "./parts.ts";

/**
 * For scale, where python3-networkx is present: topological order, longest path and two dictionary passes of the same
 * graph. networkx counts no calendars. A line of text, or null where it is absent.
 */
export function besideNetworkx(folder: string): string | null {
  const network = layeredNetwork(10_000, 7, false);
  const edges = network.edges.map((edge) => `${edge.from.slice(1)} ${edge.to.slice(1)}`).join("\n");
  const days = network.nodes.map((node) => String(node.duration)).join(" ");
  writeFileSync(join(folder, "edges"), `${days}\n${edges}\n`);
  const script = join(import.meta.dirname, "networkx-passes.py");
  const run = spawnSync("python3", [script, join(folder, "edges")], { encoding: "utf8" });
  const plan = layOut(network);
  if (run.status !== 0 || plan === null) return null;
  const repeats = 50;
  const pass = () => {
    for (let left = repeats; left > 0; left--) passOver(plan);
  };
  const ms = median(Array.from({ length: 9 }, () => timed(pass) / repeats));
  const theirs = Number(run.stdout);
  return `full pass, 10000 nodes: ${ms.toPrecision(3)} ms, networkx without calendars ${theirs.toPrecision(3)} ms, ${Math.round(theirs / ms)} times as long`;
}
