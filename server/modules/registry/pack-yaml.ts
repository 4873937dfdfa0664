import { type Document, isNode, LineCounter, parseDocument } from "yaml";
import type { PackFault, PackFile } from "./read-pack.ts";

/** A parsed file that knows on which line each of its parts stands. */
export type YamlFile = {
  value: unknown;
  /** Line of the deepest part of the path that exists. */
  lineOf: (path: readonly (string | number)[]) => number;
  faults: PackFault[];
};

/** Parses YAML 1.2. Dates stay texts; a key twice, a tab or a broken bracket is a fault with its line. */
export function parseYaml(file: PackFile): YamlFile {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  // The errors after the first are mostly its echoes.
  const faults = document.errors.slice(0, 1).map((error) => ({
    file: file.path,
    line: lines.linePos(error.pos[0]).line,
    field: "yaml",
    message: error.message,
  }));
  const value: unknown = faults.length === 0 ? document.toJS({ maxAliasCount: 0 }) : null;
  return { value, lineOf: (path) => lineOf(document, lines, path), faults };
}

function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}
