/** One line of the glossary. Of every column the text as it stands there; `code` is the name in the contract. */
export type Term = { vi: string; en: string; zh: string; code: string; meaning: string };

const line = /^\|([^|]*)\|([^|]*)\|\s*`(\w+)`[^|]*\|([^|]*)\|([^|]*)\|$/;

const plain = (cell = ""): string => cell.replaceAll(/[*`]/g, "").trim();

/**
 * The terms of GLOSSARY.md by code name, in its order. A line without a code name is left out: it is nobody's word in the
 * contract. `°` behind a Chinese word stays: it says that we chose the rendering.
 */
export function readGlossary(text: string): ReadonlyMap<string, Term> {
  const terms = text.split("\n").flatMap((row): Term[] => {
    const [, vi, en, code, zh, meaning] = line.exec(row) ?? [];
    return code === undefined
      ? []
      : [{ vi: plain(vi), en: plain(en), zh: plain(zh), code, meaning: plain(meaning) }];
  });
  return new Map(terms.map((term) => [term.code, term]));
}
