// The wire's hash: `node tools/wire.ts` compares it with contract/wire.ts, `--pin "why"` writes the reason of a change.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { api } from "@moc/contract/api.ts";
import { WIRE } from "@moc/contract/wire.ts";
import { shapeOfEvents, shapeOfRoutes, type WireShape } from "@moc/contract/wire-shape.ts";

const contract = join(import.meta.dirname, "../contract");

/** Every route and event of the contract. Events are what the rooms' `events.ts` export under a name ending in `Events`. */
async function wireShape(): Promise<WireShape> {
  const shape = shapeOfRoutes(api);
  for (const room of readdirSync(contract)) {
    const path = join(contract, room, "events.ts");
    if (!existsSync(path)) continue;
    const exported: Record<string, Parameters<typeof shapeOfEvents>[0]> = await import(path);
    for (const [name, events] of Object.entries(exported))
      if (name.endsWith("Events")) Object.assign(shape, shapeOfEvents(events));
  }
  return shape;
}

/** Sixteen hexadecimal digits over the names and shapes, whatever the order of the names. */
export function hashOf(shape: WireShape): string {
  const ordered = Object.keys(shape)
    .toSorted()
    .map((name) => [name, shape[name]]);
  return createHash("sha256").update(JSON.stringify(ordered)).digest("hex").slice(0, 16);
}

/** Why the wire is not as agreed, or undefined when it is. */
export function wireFault(hash: string, agreed: typeof WIRE): string | undefined {
  const last = agreed.at(-1);
  if (last?.hash === hash)
    return last.why.trim() === "" ? "the last line of contract/wire.ts gives no reason" : undefined;
  return `the wire changed (${last?.hash ?? "never agreed"} -> ${hash}): run  node tools/wire.ts --pin "why it changed"`;
}

if (import.meta.main) {
  const hash = hashOf(await wireShape());
  const fault = wireFault(hash, WIRE);
  const [flag, why] = process.argv.slice(2);
  if (flag === "--pin" && why && fault) {
    const path = join(contract, "wire.ts");
    const line = `  { hash: ${JSON.stringify(hash)}, why: ${JSON.stringify(why)} },\n];`;
    writeFileSync(
      path,
      readFileSync(path, "utf8").replace(
        /\[?\];\s*$/,
        (end) => `${end.startsWith("[") ? "[\n" : ""}${line}\n`,
      ),
    );
  } else if (fault) {
    process.stderr.write(`${fault}\n`);
    process.exitCode = 1;
  }
}
