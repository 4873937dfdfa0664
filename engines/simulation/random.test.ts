import fc from "fast-check";
import { expect, it } from "vitest";
import { draw, drawUnit, seedStreams } from "./random.ts";

const WORD = 2n ** 32n;

/** sfc32 as its author writes it, with whole numbers that cannot overflow. */
function plainSfc32([a, b, c, counter]: [bigint, bigint, bigint, bigint]): { out: bigint; state: bigint[] } {
  const out = (a + b + counter) % WORD;
  const rotated = ((c << 21n) | (c >> 11n)) % WORD;
  return {
    out,
    state: [b ^ (b >> 9n), (c + (c << 3n)) % WORD, (rotated + out) % WORD, (counter + 1n) % WORD],
  };
}

it("the generator is sfc32, bit for bit", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 0x7fffffff }),
      fc.nat(1_000),
      fc.integer(),
      (seed, replication, key) => {
        const states = seedStreams(Int32Array.of(key), seed, replication);
        let [a = 0n, b = 0n, c = 0n, d = 0n] = [...states].map((word) => BigInt(word >>> 0));
        for (let round = 0; round < 50; round++) {
          const plain = plainSfc32([a, b, c, d]);
          expect(BigInt(draw(states, 0) >>> 0)).toBe(plain.out);
          [a = 0n, b = 0n, c = 0n, d = 0n] = plain.state;
        }
      },
    ),
    { numRuns: 50 },
  );
});

it("the first numbers of seed 1 stay what they are, because stored scenarios rely on them", () => {
  const states = seedStreams(Int32Array.of(0, 1), 1, 0);
  const first = Array.from({ length: 4 }, () => draw(states, 0) >>> 0);
  const other = Array.from({ length: 2 }, () => draw(states, 1) >>> 0);
  expect({ first, other }).toMatchInlineSnapshot(`
    {
      "first": [
        1744019243,
        3851714552,
        2606618955,
        2999512145,
      ],
      "other": [
        642515898,
        773523643,
      ],
    }
  `);
});

it("a stream keeps its luck when other streams are added or used", () => {
  const alone = seedStreams(Int32Array.of(42), 7, 3);
  const among = seedStreams(Int32Array.of(5, 42, -9), 7, 3);
  draw(among, 0);
  draw(among, 2);
  expect(Array.from({ length: 20 }, () => draw(among, 1))).toEqual(
    Array.from({ length: 20 }, () => draw(alone, 0)),
  );
});

it("seed, replication and key each change the stream", () => {
  const first = (seed: number, replication: number, key: number) =>
    draw(seedStreams(Int32Array.of(key), seed, replication), 0);
  const numbers = [first(1, 0, 0), first(2, 0, 0), first(1, 1, 0), first(1, 0, 1), first(0, 1, 1)];
  expect(new Set(numbers).size).toBe(numbers.length);
});

it("a number is the middle of its two to the thirty-second of the line", () => {
  const [one, other] = [seedStreams(Int32Array.of(4), 1, 0), seedStreams(Int32Array.of(4), 1, 0)];
  for (let count = 0; count < 100; count++) {
    expect(drawUnit(one, 0) * 2 ** 32).toBe((draw(other, 0) >>> 0) + 0.5);
  }
});

it("numbers lie strictly between 0 and 1 and fill sixteen cells evenly", () => {
  const states = seedStreams(Int32Array.of(1), 1, 0);
  const cells = Array.from({ length: 16 }, () => 0);
  for (let count = 0; count < 160_000; count++) {
    const unit = drawUnit(states, 0);
    if (unit <= 0 || unit >= 1) expect(unit).toBe("between 0 and 1");
    const cell = Math.floor(unit * 16);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  const chiSquare = cells.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
  expect(chiSquare).toBeLessThan(37.7); // 99.9 % point for 15 degrees of freedom
});
