import { type Ints, int, type Reals } from "@moc/engines/simulation/cells.ts";
import type { Network } from "@moc/engines/simulation/network.ts";
import { MOST, RESOURCE, type World } from "@moc/engines/simulation/world.ts";

/** A compiled network in the form that bench/twin/twin.c reads: blocks of a count and its cells, in a fixed order. */
export function networkFile(network: Network): Buffer {
  const { limits, spreads } = network;
  const scalars = Float64Array.of(
    network.horizon,
    network.warmUp,
    network.sampleEvery,
    limits.events,
    limits.trucks,
    limits.present,
    network.days,
    network.parts,
    network.tallies,
  );
  const blocks: (Ints | Reals)[] = [
    scalars,
    network.sourceProgram,
    network.hourRate,
    network.dayFactor,
    network.slotShare,
    network.streamKeys,
    network.capacity,
    network.firstLine,
    network.lineLevel,
    network.lineWeight,
    network.timelineFirst,
    network.timelineTarget,
    network.changeAt,
    network.changeTo,
    network.isOrder,
    network.code,
    spreads.kind,
    spreads.at,
    spreads.parameter,
    network.shares,
    network.amounts,
    network.checks,
  ];
  return Buffer.concat(
    blocks.flatMap((cells) => [
      new Uint8Array(Int32Array.of(cells.length).buffer),
      new Uint8Array(cells.buffer, cells.byteOffset, cells.byteLength),
    ]),
  );
}

/** FNV-1a over every statistic of a run, word by word, as the C reference prints it. */
export function digestOf({ network, record, resource, clock }: World): string {
  let hash = 0x811c9dc5;
  const add = (cells: Ints | Reals): void => {
    const words = new Int32Array(cells.buffer, cells.byteOffset, cells.byteLength / 4);
    for (let index = 0; index < words.length; index++) hash = Math.imul(hash ^ int(words, index), 0x01000193);
  };
  for (const cells of [record.area, record.there, record.minutes, record.sketch]) add(cells);
  add(Int32Array.from(network.capacity, (_, index) => int(resource, index * RESOURCE + MOST)));
  add(record.fees);
  add(record.samples);
  add(record.present.slice(0, 1));
  add(clock.slice(1, 2));
  return (hash >>> 0).toString(16).padStart(8, "0");
}
