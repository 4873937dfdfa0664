import { compare, type Measured } from "../measure.ts";

/** One run of either side: milliseconds of processor time of its thread, and a digest of what it found. */
export type Run = { ms: number; digest: string };

export type Part = {
  name: string;
  /** Items of work in one run, and what an item is: "nodes passed both ways". */
  items: number;
  unit: string;
  ours: () => Run;
  theirs: () => Promise<Run>;
};

const pairs = 9;
/** Runs before the first measured one: until then the optimising compiler is still at work. */
const warmUps = 20;

/**
 * Milliseconds of processor time of this thread, as the reference measures its own: other work on the machine takes
 * turns away from both, but is not counted as theirs.
 */
export function timed(work: () => void): number {
  const before = process.threadCpuUsage();
  work();
  const used = process.threadCpuUsage(before);
  return (used.user + used.system) / 1000;
}

/** Interleaved pairs of our rate and the reference's. Throws when a pair's digests differ. */
export async function besideC({ name, items, unit, ours, theirs }: Part): Promise<Measured> {
  for (let warm = 0; warm < warmUps; warm++) ours();
  let [own, other] = [ours(), await theirs()];
  const rate = ({ ms }: Run) => items / ms / 1000;
  const measured = await compare({
    name,
    unit: `million ${unit} per processor second`,
    pairs,
    ours: () => rate((own = ours())),
    reference: {
      name: "the same algorithm in C, cc -O3, same tables, equal digest",
      run: async () => rate((other = await theirs())),
    },
    onPair: () => {
      if (own.digest !== other.digest)
        throw new Error(`${name}: the digests differ (${own.digest} and ${other.digest})`);
    },
  });
  const ms = (perSecond: number) => `${(items / perSecond / 1000).toPrecision(3)} ms`;
  const noisy = measured.noisy ? ", noisy" : "";
  process.stdout.write(
    `${name}: ${ms(measured.figure)}, C ${ms(measured.reference)}, ratio ${measured.ratio.toFixed(3)}${noisy}\n`,
  );
  return measured;
}
