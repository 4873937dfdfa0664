/** Faults of sending that the tests must catch; part of the list in `faults.ts`. */
export const deliveryFaults: { file: string; what: string; find: string; replace: string; nth?: number }[] = [
  {
    file: "delivery.ts",
    what: "quiet hours do not reach over midnight",
    find: "now >= from || now < to",
    replace: "now >= from && now < to",
  },
  {
    file: "delivery.ts",
    what: "the last minute of quiet hours is loud",
    find: "now >= from && now < to",
    replace: "now >= from && now < to - 1",
  },
  {
    file: "delivery.ts",
    what: "who sleeps is woken at the beginning of the quiet hours",
    find: "(to - now + day) % day || day",
    replace: "(from - now + day) % day || day",
  },
  {
    file: "delivery.ts",
    what: "a message is tried for ever",
    find: "return waits[attempts - 1] ?? null;",
    replace: "return waits[attempts - 1] ?? 60;",
  },
  {
    file: "delivery.ts",
    what: "the simulated phone loses nothing",
    find: "draw % 100 < lostOf100",
    replace: "draw % 100 < 0",
  },
];
