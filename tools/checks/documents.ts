import { join } from "node:path/posix";
import type { Finding, Tree } from "./tree.ts";

const LINK = /\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+"[^"]*")?\)/g;

/** The fragment that a heading gets on the usual forges: lower case, punctuation dropped, spaces to hyphens. */
export function anchorOf(heading: string): string {
  const plain = heading.replace(/`/g, "").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  return plain
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replace(/\s/g, "-");
}

function anchors(text: string): Set<string> {
  return new Set([...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map((m) => anchorOf(m[1] ?? "")));
}

/** Every relative link of every document leads to a file, and its fragment to a heading. `exists` answers for files that are not text. */
export function links(tree: Tree, exists: (path: string) => boolean): Finding[] {
  const findings: Finding[] = [];
  for (const [path, whole] of tree.files) {
    if (!path.endsWith(".md")) continue;
    const text = whole.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, " "));
    for (const match of text.matchAll(LINK)) {
      const target = match[1] ?? "";
      if (/^[a-z]+:/i.test(target)) continue;
      const line = text.slice(0, match.index).split("\n").length;
      const [file = "", fragment] = target.split("#");
      const to = file === "" ? path : decodeURI(join(path, "..", file)).replace(/\/$/, "");
      if (!tree.files.has(to) && !exists(to)) findings.push({ path, line, text: `leads nowhere: ${target}` });
      else if (fragment && to.endsWith(".md") && !anchors(tree.files.get(to) ?? "").has(fragment))
        findings.push({ path, line, text: `no such heading: ${target}` });
    }
  }
  return findings;
}

/** The README stays one screen or two, and a room's README shorter. */
export function documentSizes(tree: Tree): Finding[] {
  const findings: Finding[] = [];
  for (const [path, text] of tree.files) {
    const most =
      path === "README.md" ? 90 : /^server\/modules\/[^/]+\/README\.md$/.test(path) ? 40 : undefined;
    const lines = text.trimEnd().split("\n").length;
    if (most !== undefined && lines > most) findings.push({ path, text: `${lines} lines: at most ${most}` });
  }
  return findings;
}

/** Every code name of the glossary's third column is a word of the contract, so that the glossary speaks of what is in use. */
export function glossary(tree: Tree): Finding[] {
  const words = new Set<string>();
  for (const [path, text] of tree.files)
    if (path.startsWith("contract/")) for (const [word] of text.matchAll(/\w+/g)) words.add(word);
  const findings: Finding[] = [];
  (tree.files.get("GLOSSARY.md") ?? "").split("\n").forEach((row, i) => {
    const [, name] = /^\|[^|]*\|[^|]*\|\s*`(\w+)`\s*\|/.exec(row) ?? [];
    if (name !== undefined && !words.has(name))
      findings.push({ path: "GLOSSARY.md", line: i + 1, text: `\`${name}\` is no word of the contract` });
  });
  return findings;
}
