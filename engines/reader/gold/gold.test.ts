import { existsSync, readFileSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { read } from "../read.ts";
import { alter } from "./altered.ts";
import { measure, pooled, ratios } from "./measure.ts";
import { GOLD_REGISTER } from "./register.ts";
import { type GoldTable, goldText } from "./tables.ts";

const ALTERATIONS = process.env["MOC_DEEP"] === "1" ? 1_000 : process.env["MOC_FAULTS"] === "1" ? 1 : 12;

/** The shared folder beside the repository, if it is there; a copy of the workspace finds it through its linked node_modules. */
function seedFolder(): string | undefined {
  const root = join(import.meta.dirname, "../../..");
  const linked = dirname(realpathSync(join(root, "node_modules")));
  const near = [root, linked].flatMap((folder) => [
    join(folder, "../shared/seeds"),
    join(folder, "../../shared/seeds"),
  ]);
  return near.find((folder) => existsSync(folder));
}

const SEEDS = seedFolder();
if (SEEDS === undefined)
  console.warn("!!! The gold tables are skipped: no ../shared/seeds beside the repository");

function load(name: string) {
  const table: GoldTable = JSON.parse(readFileSync(join(import.meta.dirname, `${name}.json`), "utf8"));
  return goldText(name, table, readFileSync(join(SEEDS ?? "", table.file), "utf8"));
}

const TEXTS = SEEDS === undefined ? [] : ["000", "001", "002", "003", "004"].map(load);
const notice = () => load("001");
const OTHERS = TEXTS.filter((gold) => gold.name !== "001");
const scoresOf = (gold: (typeof TEXTS)[number]) =>
  measure(read(gold.text, { register: GOLD_REGISTER }).tasks, gold.rows);

describe.skipIf(SEEDS === undefined)("gold tables", () => {
  test("the conclusion notice is read with at least 95 % of precision, recall, leads and deadlines", () => {
    const scores = scoresOf(notice());
    expect(scores.gold).toBe(20);
    for (const [name, ratio] of Object.entries(ratios(scores)))
      expect(ratio, name).toBeGreaterThanOrEqual(0.95);
  });

  test("the other four texts together reach at least 85 %", () => {
    const scores = pooled(OTHERS.map(scoresOf));
    expect(scores.gold).toBe(46);
    for (const [name, ratio] of Object.entries(ratios(scores)))
      expect(ratio, name).toBeGreaterThanOrEqual(0.85);
  });

  test.each(TEXTS)("every document cited in $name is found", ({ text, cites }) => {
    const found = read(text).document.cites.map((cite) => {
      const notation =
        cite.symbol === null
          ? ""
          : cite.text.match(/\d+[a-z]?\s?[-/].*?(?= ngày|$)/u)?.[0].replace(/\s/g, "");
      return cite.number === null ? cite.text : `${notation}${cite.date === null ? "" : ` ${cite.date}`}`;
    });
    for (const cite of cites) {
      expect(
        found.some((words) => words === cite || (!/\d\/|\d-/.test(cite) && words.includes(cite))),
        cite,
      ).toBe(true);
    }
  });

  test("the notice credits five results and names four difficulties", () => {
    const { results, difficulties } = read(notice().text);
    expect(results.map(({ text }) => text.slice(0, 12))).toEqual([
      "Về đối ngoại",
      "Về rà soát, ",
      "Về rà soát, ",
      "Đối với các ",
      "Về xây dựng ",
    ]);
    expect(difficulties).toHaveLength(4);
    expect(difficulties[3]?.text).toContain("rất chậm so với yêu cầu");
  });

  test("other names, numbers and dates give the same scores", { timeout: 1_800_000 }, () => {
    const seeds = Array.from({ length: ALTERATIONS }, (_, i) => i + 1);
    for (const gold of TEXTS) {
      const plain = scoresOf(gold);
      for (const seed of seeds) {
        const altered = alter(gold, GOLD_REGISTER, seed);
        const tasks = read(altered.text, { register: altered.register }).tasks;
        expect({ name: gold.name, seed, ...measure(tasks, altered.rows) }).toEqual({
          name: gold.name,
          seed,
          ...plain,
        });
        expect(altered.text).not.toBe(gold.text);
      }
    }
  });

  test("a gold table scored against nothing scores nothing", () => {
    expect(measure([], notice().rows)).toMatchObject({ matched: 0, gold: 20, proposed: 0 });
  });
});
