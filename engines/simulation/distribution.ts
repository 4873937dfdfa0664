import { type Ints, int, type Reals, real } from "./cells.ts";
import { unitExponential } from "./logarithm.ts";
import { draw, drawUnit } from "./random.ts";

/** How a duration is spread, in minutes, as a scenario writes it. */
export type Spread =
  | { fixed: number }
  | { uniform: { from: number; to: number } }
  | { exponential: { mean: number; least?: number | undefined } }
  | { triangular: { from: number; mode: number; to: number } }
  | { erlang: { mean: number; stages: number } }
  | { mixture: { share: number; mean: number; other_mean: number } }
  | { quantiles: number[] };

/** Spreads as flat tables: kind and where its parameters begin. */
export type SpreadTable = { kind: Ints; at: Ints; parameter: Reals };

export const FIXED = 0;
export const UNIFORM = 1;
export const EXPONENTIAL = 2;
export const TRIANGULAR = 3;
export const ERLANG = 4;
export const MIXTURE = 5;
export const QUANTILES = 6;

/** Kind and parameters of a spread, in the order in which `sample` reads them. */
export function encodeSpread(spread: Spread): { kind: number; parameters: number[] } {
  if ("fixed" in spread) return { kind: FIXED, parameters: [spread.fixed] };
  if ("uniform" in spread) {
    return { kind: UNIFORM, parameters: [spread.uniform.from, spread.uniform.to - spread.uniform.from] };
  }
  if ("exponential" in spread) {
    const least = spread.exponential.least ?? 0;
    return { kind: EXPONENTIAL, parameters: [least, spread.exponential.mean - least] };
  }
  if ("triangular" in spread) {
    const { from, mode, to } = spread.triangular;
    return { kind: TRIANGULAR, parameters: [from, to, mode - from, to - mode, to - from] };
  }
  if ("erlang" in spread) {
    return { kind: ERLANG, parameters: [spread.erlang.stages, spread.erlang.mean / spread.erlang.stages] };
  }
  if ("mixture" in spread) {
    return {
      kind: MIXTURE,
      parameters: [spread.mixture.share, spread.mixture.mean, spread.mixture.other_mean],
    };
  }
  return { kind: QUANTILES, parameters: [spread.quantiles.length - 1, ...spread.quantiles] };
}

/** One duration of spread `index`, in minutes, from random `stream`. A fixed spread draws nothing. */
export function sample(table: SpreadTable, index: number, streams: Ints, stream: number): number {
  const at = int(table.at, index);
  const first = real(table.parameter, at);
  switch (int(table.kind, index)) {
    case FIXED:
      return first;
    case UNIFORM:
      return first + drawUnit(streams, stream) * real(table.parameter, at + 1);
    case EXPONENTIAL:
      return first + unitExponential(draw(streams, stream)) * real(table.parameter, at + 1);
    case TRIANGULAR:
      return triangular(table.parameter, at, drawUnit(streams, stream));
    case ERLANG:
      return erlang(first, real(table.parameter, at + 1), streams, stream);
    case MIXTURE: {
      const branch = drawUnit(streams, stream) < first ? 1 : 2;
      return unitExponential(draw(streams, stream)) * real(table.parameter, at + branch);
    }
    default:
      return quantile(table.parameter, at, drawUnit(streams, stream));
  }
}

function triangular(parameter: Reals, at: number, unit: number): number {
  const rise = real(parameter, at + 2);
  const width = real(parameter, at + 4);
  if (unit * width < rise) return real(parameter, at) + Math.sqrt(unit * width * rise);
  return real(parameter, at + 1) - Math.sqrt((1 - unit) * width * real(parameter, at + 3));
}

function erlang(stages: number, stageMean: number, streams: Ints, stream: number): number {
  let sum = 0;
  for (let stage = 0; stage < stages; stage++) sum += unitExponential(draw(streams, stream));
  return sum * stageMean;
}

function quantile(parameter: Reals, at: number, unit: number): number {
  const position = unit * real(parameter, at);
  const below = position | 0;
  const low = real(parameter, at + 1 + below);
  return low + (real(parameter, at + 2 + below) - low) * (position - below);
}
