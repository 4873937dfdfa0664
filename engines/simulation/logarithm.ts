import { type Reals, real } from "./cells.ts";

/** 2^-e at index e + 1, for e = -1 … 31. */
const HALVES: Reals = new Float64Array(33);
for (let index = 0, power = 2; index < 33; index++, power /= 2) HALVES[index] = power;

// Constants of the natural logarithm of fdlibm (e_log.c, Sun Microsystems, 1993; freely usable with this notice).
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const L1 = 6.66666666666673513e-1;
const L2 = 3.999999999940941908e-1;
const L3 = 2.857142874366239149e-1;
const L4 = 2.222219843214978396e-1;
const L5 = 1.818357216161805012e-1;
const L6 = 1.531383769920937332e-1;
const L7 = 1.479819860511658591e-1;
const SQRT2 = Math.SQRT2;

/**
 * −ln((u + 1/2) / 2^32) for the unsigned value u of 32 random bits: an exponential variate of mean 1, between
 * 1.2e-10 and 22.9. Math.log may differ by a bit between browsers; this uses + − × ÷ and integers only, so every
 * machine gives the same digits (within one unit in the last place of the true value).
 */
export function unitExponential(bits: number): number {
  const u = bits >>> 0;
  let exponent = 31 - Math.clz32(u);
  let mantissa = (u + 0.5) * real(HALVES, exponent + 1);
  if (mantissa > SQRT2) {
    mantissa *= 0.5;
    exponent++;
  }
  const f = mantissa - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const remainder = w * (L2 + w * (L4 + w * L6)) + z * (L1 + w * (L3 + w * (L5 + w * L7)));
  const half = 0.5 * f * f;
  const k = exponent - 32;
  return half - (s * (half + remainder) + k * LN2_LOW) - f - k * LN2_HIGH;
}
