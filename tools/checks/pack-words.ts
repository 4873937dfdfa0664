import { type Finding, isTest, type Tree } from "./tree.ts";

/** Capitals and civil times of one border, and names of the country across it, as texts of the house once said them. */
const OF_ONE_BORDER =
  /Asia\/(?:Ho_Chi_Minh|Saigon|Shanghai)|\b(?:Hanoi|Beijing|Hà Nội|Bắc Kinh)\b|Trung Quốc|北京|河内|中方|越方/i;
const BOUND = /^(contract|engines|server|web|field)\//;
// Spoken by documents of this country, whose reader knows its own offices.
const APART = /^(contract\/wire\.ts|engines\/(reader|calendar|simulation)\/)/;

/** What a zone's pack says of its two sides is said in no source: another zone runs without a change of code. */
export function packWords(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const path of tree.modules.keys()) {
    if (!BOUND.test(path) || APART.test(path) || isTest(path)) continue;
    (tree.files.get(path) ?? "").split("\n").forEach((line, at) => {
      const [word] = OF_ONE_BORDER.exec(line) ?? [];
      if (word !== undefined)
        findings.push({ path, line: at + 1, text: `names ${word}: the zone's pack names its two sides` });
    });
  }
  return findings;
}
