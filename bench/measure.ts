/** The outcome of a comparison; the last line that `npm run bench` prints is one of these as JSON. */
export type Measured = {
  name: string;
  /** Median of ours, in `unit`. */
  figure: number;
  unit: string;
  /** Median of the reference, in the same unit. */
  reference: number;
  /** What the reference is. */
  against: string;
  /** Median over the pairs of ours ÷ reference. Whether more or less is better depends on the unit. */
  ratio: number;
  /** True when the reference's middle half spread over more than a quarter of its median: then the run proves nothing. */
  noisy: boolean;
  pairs: number;
};

export type Comparison = {
  name: string;
  unit: string;
  /** Runs once and returns the figure in `unit`. */
  ours: () => Promise<number> | number;
  reference: { name: string; run: () => Promise<number> | number };
  /** At least seven. */
  pairs?: number;
  /** Hears of each pair as it ends, for progress on long runs. */
  onPair?: (index: number, ours: number, reference: number) => void;
};

const FEWEST_PAIRS = 7;
const NOISY_SPREAD = 0.25;

/** The middle value; of an even count the mean of the middle two. Throws on an empty list. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const high = sorted[sorted.length >> 1];
  const low = sorted[(sorted.length - 1) >> 1];
  if (high === undefined || low === undefined) throw new Error("no median of nothing");
  return (low + high) / 2;
}

/** The distance of the quartiles over the median: one wild value among seven does not make a run noisy, a restless machine does. */
export function spread(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? 0;
  return (at(0.75) - at(0.25)) / median(sorted);
}

/**
 * Runs ours and the reference in turn, the order changing with every pair so that neither always finds the warmer
 * machine. Throws on fewer than seven pairs and on a figure that is not a positive number.
 */
export async function compare(c: Comparison): Promise<Measured> {
  const pairs = c.pairs ?? FEWEST_PAIRS;
  if (pairs < FEWEST_PAIRS) throw new Error(`${pairs} pairs: at least ${FEWEST_PAIRS}`);
  const figure = async (run: () => Promise<number> | number): Promise<number> => {
    const value = await run();
    if (!(value > 0 && Number.isFinite(value))) throw new Error(`${c.name}: ${value} is no measurement`);
    return value;
  };
  const ours: number[] = [];
  const reference: number[] = [];
  const ratios: number[] = [];
  for (let i = 0; i < pairs; i++) {
    const oursFirst = i % 2 === 0;
    const first = await figure(oursFirst ? c.ours : c.reference.run);
    const second = await figure(oursFirst ? c.reference.run : c.ours);
    const [a, b] = oursFirst ? [first, second] : [second, first];
    ours.push(a);
    reference.push(b);
    ratios.push(a / b);
    c.onPair?.(i, a, b);
  }
  return {
    name: c.name,
    figure: median(ours),
    unit: c.unit,
    reference: median(reference),
    against: c.reference.name,
    ratio: median(ratios),
    noisy: spread(reference) > NOISY_SPREAD,
    pairs,
  };
}
