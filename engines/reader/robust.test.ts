import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seeded } from "./gold/altered.ts";
import { DEPARTMENT_PLAN, LETTERED_NOTICE, URGENT_LETTER } from "./notices/composed.ts";
import { read } from "./read.ts";

const WORDS =
  "Giao|giao|yêu cầu|Sở|Xây dựng|UBND|tỉnh|huyện|các|,|;|:|.|(|)|-|1.|a)|\n|\n\n|trước ngày|15/12/2024|tháng|6|quý|và|phối hợp với|của|hoàn thành|ngay sau khi|để|đã|Kế hoạch số 12/KH-UBND|Nơi nhận:|h  trợ|**|kết luận như sau:|khó khăn|\u0301|ƣ|Ban|trong đó|cần|từ|đến|gồm:|Trên cơ sở".split(
    "|",
  );

const RUNS = process.env["MOC_DEEP"] === "1" ? 100_000 : process.env["MOC_FAULTS"] === "1" ? 20 : 300;

/** Every promise that a reading keeps whatever the text is. */
function keepsItsPromises(text: string): void {
  const { tasks, results, difficulties, document } = read(text);
  let last = 0;
  for (const { span, action, confidence, paragraph } of tasks) {
    expect(span[0]).toBeGreaterThanOrEqual(0);
    expect(span[1]).toBeLessThanOrEqual(text.length);
    expect(span[1]).toBeGreaterThan(span[0]);
    expect(action).not.toBe("");
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(paragraph).toBeGreaterThanOrEqual(last);
    last = paragraph;
  }
  for (const { span } of [...results, ...difficulties, ...document.cites])
    expect(span[1]).toBeGreaterThan(span[0]);
}

describe("whatever the text is", () => {
  test("random words of the grammar are read without a crash", { timeout: 1_800_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }), (words) =>
        keepsItsPromises(words.join(" ")),
      ),
      { numRuns: RUNS },
    );
  });

  test("random characters are read without a crash", { timeout: 1_800_000 }, () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), keepsItsPromises), {
      numRuns: RUNS,
    });
  });

  test("notices with pieces cut out, doubled and swapped are read without a crash", {
    timeout: 1_800_000,
  }, () => {
    const random = seeded(7);
    for (let i = 0; i < RUNS / 2; i += 1) {
      const source = [LETTERED_NOTICE, DEPARTMENT_PLAN, URGENT_LETTER][i % 3] ?? "";
      const at = (): number => Math.floor(random() * source.length);
      keepsItsPromises(source.slice(0, at()) + source.slice(at(), at()) + source.slice(at()));
    }
  });

  test("the same text gives the same reading", () => {
    expect(read(LETTERED_NOTICE)).toEqual(read(LETTERED_NOTICE));
  });

  test("nothing gives nothing", () => {
    expect(read("")).toMatchObject({
      tasks: [],
      results: [],
      document: { kind: null, cites: [], recipients: [] },
    });
  });
});

/** Median processor time of three runs of this thread in milliseconds: other work on the machine counts for little. */
function time(work: () => unknown): number {
  const runs = Array.from({ length: 3 }, () => {
    const start = process.threadCpuUsage();
    work();
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1_000;
  });
  return runs.toSorted((a, b) => a - b)[1] ?? 0;
}

const filled = (piece: string, size: number): string =>
  piece.repeat(Math.ceil(size / piece.length)).slice(0, size);
const HOSTILE: readonly (readonly [name: string, piece: string])[] = [
  ["a notice over and over", LETTERED_NOTICE.replace(/Nơi nhận[^]*/u, "")],
  ["one sentence without end", "rà soát quy hoạch sử dụng đất "],
  ["commas without end", "Sở Xây dựng, "],
  ["orders without end", "giao Sở A, yêu cầu "],
  ["owners without end", "các cơ quan của UBND "],
  ["open brackets", "("],
  ["brackets in brackets", "(a"],
  ["dates without end", "trước ngày 1/1/2025 đến "],
  ["numbers of documents", "số 1/KH-UBND "],
  ["stumps of lost letters", "h h th c "],
  ["digits", "1"],
  ["capitals", "Đ"],
  ["hyphens", "A-"],
  ["semicolons", "rà soát; "],
  ["empty lines", "\n"],
  ["one letter per line", "a\n"],
  ["combining marks", "\u0301"],
  ["titles of laws", "Luật Đất đai và "],
  ["events", "ngay sau khi "],
  ["colons", "a: "],
  ["tasks each closed by a deadline", "Sở A cần rà soát; hoàn thành trước ngày 1/1/2025; "],
  ["items of one list", "Sở A cần rà soát gồm: b; Dự án c; "],
];

describe.skipIf(process.env["MOC_FAULTS"] === "1")("time grows with the text only", () => {
  test.each(HOSTILE)("%s: 400 kB take no more than 30 times what 50 kB take", (_name, piece) => {
    const small = time(() => read(filled(piece, 50_000)));
    const large = time(() => read(filled(piece, 400_000)));
    // Eight times the text: a square would take 64 times as long, a busy machine seldom 30.
    expect(large).toBeLessThan(Math.max(30 * small, 200));
  });
});
