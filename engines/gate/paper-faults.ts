/** Faults of what is entered from paper that the tests must catch; part of the list in `faults.ts`. */
export const paperFaults: { file: string; what: string; find: string; replace: string; nth?: number }[] = [
  {
    file: "trip.ts",
    what: "a time on paper counts as when it was recorded",
    find: "return paper?.recordedAt ?? at;",
    replace: "return at;",
  },
  {
    file: "fold.ts",
    what: "waits of an arrival on paper begin with its entry",
    find: "paper === undefined ? liveAt : at",
    replace: "liveAt",
  },
  {
    file: "paper.ts",
    what: "an act is entered from beyond the end of the stretch",
    find: "if (at < from || at > latest)",
    replace: "if (at < from)",
  },
  {
    file: "paper.ts",
    what: "an act of the future is entered",
    find: "to === null || to > now ? now : to",
    replace: "to === null ? now : to",
  },
  {
    file: "paper.ts",
    what: "a step comes before the one that it follows",
    find: "moves ? trip.stateSince : trip.declaredAt",
    replace: "trip.declaredAt",
  },
  {
    file: "paper.ts",
    what: "a force's answer waits for the steps of the truck",
    find: '?.to !== "same"',
    replace: '?.to !== "before"',
  },
  {
    file: "paper.ts",
    what: "two stretches that touch are told as one",
    find: "one.from < other.to",
    replace: "one.from <= other.to",
  },
  {
    file: "paper.ts",
    what: "the checks are done before the last of them",
    find: "...trip.checks.flatMap((check) => check.decidedAt ?? []),",
    replace: "",
  },
  {
    file: "paper.ts",
    what: "an arrival on paper happens with its first signal",
    find: "...trip.signals.map((signal) => signal.seenAt ?? signal.recordedAt),",
    replace: "",
  },
  {
    file: "paper.ts",
    what: "anybody is called out of turn by being entered",
    find: 'if (own?.way !== "priority") return { first };',
    replace: "if (own === undefined) return { first };",
  },
];
