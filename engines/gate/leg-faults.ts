/** Faults of the leg home that the tests must catch; part of the list in `faults.ts`. */
export const legFaults: { file: string; what: string; find: string; replace: string; nth?: number }[] = [
  {
    file: "leg.ts",
    what: "goods that are taken home are counted as soon as that leg begins",
    find: 'return directionNow(trip) === "import" ? trip.inAt : trip.outAt;',
    replace: "return trip.inAt;",
  },
  {
    file: "leg.ts",
    what: "a truck that loads for home needs no new checks",
    find: "checks: back.checks.map(pendingCheck), wayHome",
    replace: "wayHome",
  },
  {
    file: "leg.ts",
    what: "what was transferred before the leg home is forgotten",
    find: "wayHome: { since: at, transfer }",
    replace: "wayHome: { since: at, transfer: null }",
  },
  {
    file: "leg.ts",
    what: "the leg home begins once more in the next yard",
    find: "back === null || wayHome !== null",
    replace: "back === null",
  },
  {
    file: "trip-table-import.ts",
    what: "a truck that goes inland with its goods loads others here",
    find: '      guard: "cargo_handed_over",\n',
    replace: "",
  },
  {
    file: "trip-table-import.ts",
    what: "a Chinese truck loads what nobody declared",
    find: 'guard: "return_loaded", to: "in_yard"',
    replace: 'to: "in_yard"',
  },
  {
    file: "fold.ts",
    what: "a Chinese truck that went home loaded is still here",
    find: 'kindTraits[trip.kind].country === "CN" ? { endedAt',
    replace: 'trip.kind === "export_cn" ? { endedAt',
  },
  {
    file: "fold-way.ts",
    what: "what a Chinese truck loads for home is told as what it handed over",
    find: 'directionNow(trip) === "import"',
    replace: 'trip.direction === "import"',
  },
];
