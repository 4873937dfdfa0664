/** Faults of the day's work, bulletin and roster, that the tests must catch; part of the list in `faults.ts`. */
export const dayFaults: { file: string; what: string; find: string; replace: string; nth?: number }[] = [
  {
    file: "bulletin.ts",
    what: "durian is no fruit in the bulletin",
    find: 'const fruit: readonly string[] = ["durian", "fruit"]',
    replace: 'const fruit: readonly string[] = ["fruit"]',
  },
  {
    file: "bulletin.ts",
    what: "what passes at no listed place is lost",
    find: "Object.values(elsewhere).some((value) => value > 0)",
    replace: "Object.values(elsewhere).some((value) => value < 0)",
  },
  {
    file: "bulletin.ts",
    what: "fees that nobody records are none",
    find: "fees: null",
    replace: "fees: 0",
  },
  {
    file: "bulletin.ts",
    what: "a correction names no place",
    find: "return [...lines, ...places];",
    replace: "return lines;",
  },
  {
    file: "counts.ts",
    what: "what has trips is counted beside them",
    find: "admits.length > 0 ? null : units[type]",
    replace: "units[type]",
  },
  {
    file: "counts.ts",
    what: "a railway is counted by vehicles",
    find: 'rail: "wagon"',
    replace: 'rail: "vehicle"',
  },
  {
    file: "roster.ts",
    what: "the end of a shift that another one outlasts begins a gap",
    find: "if (to <= covered) continue;",
    replace: "",
  },
  {
    file: "roster.ts",
    what: "a shift of the next day closes the last gap",
    find: "if (from >= whole.to) break;",
    replace: "",
  },
  {
    file: "roster.ts",
    what: "the end of the day is never a gap",
    find: "return covered < whole.to ? [...gaps, { from: covered, to: whole.to }] : gaps;",
    replace: "return gaps;",
  },
  {
    file: "roster.ts",
    what: "shifts are looked at as they were entered",
    find: "shifts.toSorted((a, b) => (a.from < b.from ? -1 : 1))",
    replace: "shifts",
  },
  {
    file: "roster.ts",
    what: "two shifts that touch double an officer",
    find: "one.from < other.to && other.from < one.to",
    replace: "one.from <= other.to && other.from <= one.to",
  },
  {
    file: "roster.ts",
    what: "a shift doubles itself",
    find: "other.id !== shift.id && ",
    replace: "",
  },
  {
    file: "roster.ts",
    what: "the shift of a colleague doubles an officer",
    find: "other.account === shift.account && ",
    replace: "",
  },
  {
    file: "roster.ts",
    what: "who has not handed over stands a shift for ever",
    find: "stood.some((duty) => duty.to === null) && now < shift.to",
    replace: "stood.some((duty) => duty.to === null)",
  },
  {
    file: "roster.ts",
    what: "nobody is absent in the first moment of a shift",
    find: 'now < shift.from ? "ahead"',
    replace: 'now <= shift.from ? "ahead"',
  },
  {
    file: "roster.ts",
    what: "a duty that ended as the shift began stood it",
    find: "if (stood.length > 0)",
    replace: "if (duties.length > 0)",
  },
];
