import { join } from "node:path/posix";
import { type Node, parseSync, Visitor } from "oxc-parser";

/** `to` is a path inside the project, or the specifier of a package (`zod`, `node:fs`). */
export type Import = { to: string; inside: boolean; typeOnly: boolean; line: number };

/** `lines` are lines of code: blank lines and lines that hold only a comment do not count. */
export type FunctionSize = { line: number; lines: number };

/** A way out of the type system: `any`, `!`, `as`, a suppressed compiler or lint error. */
export type Escape = { line: number; what: string };

/** A string or template as written; each `${…}` of a template is a space. `tag` names the tag of a tagged template. */
export type Literal = { line: number; text: string; tag?: string };

export type Module = {
  imports: Import[];
  functions: FunctionSize[];
  escapes: Escape[];
  literals: Literal[];
  /** Impure or asynchronous acts: `await`, reading the clock, randomness, input and output. */
  acts: Escape[];
  /** True when the file holds nothing but re-exports. */
  onlyReexports: boolean;
};

const PACKAGE_PREFIX = "@moc/";
const IMPURE_CALL =
  /^(Date\.now|Math\.random|performance\.now|crypto\.\w+|fetch|set(Timeout|Interval|Immediate)|console\.\w+|queueMicrotask)$/;

function resolve(from: string, specifier: string): { to: string; inside: boolean } {
  if (specifier.startsWith("."))
    return { to: join(from, "..", specifier.replace(/\?.*$/, "")), inside: true };
  if (specifier.startsWith(PACKAGE_PREFIX))
    return { to: specifier.slice(PACKAGE_PREFIX.length), inside: true };
  return { to: specifier, inside: false };
}

function lineCounter(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
}

/** The dotted name of a callee (`Date.now`), or undefined for anything that is not a plain name. */
function dottedName(node: Node): string | undefined {
  if (node.type === "Identifier") return node.name;
  if (node.type !== "MemberExpression" || node.computed || node.property.type !== "Identifier")
    return undefined;
  const owner = dottedName(node.object);
  return owner === undefined ? undefined : `${owner}.${node.property.name}`;
}

/** Reads what the checks need from one TypeScript file. */
export function readModule(path: string, text: string): Module {
  const { program, module, comments } = parseSync(path, text);
  const lineAt = lineCounter(text);
  const found: Module = {
    imports: [],
    functions: [],
    escapes: [],
    literals: [],
    acts: [],
    onlyReexports: false,
  };

  const link = (specifier: string, start: number, typeOnly: boolean): void => {
    found.imports.push({ ...resolve(path, specifier), typeOnly, line: lineAt(start) });
  };
  for (const i of module.staticImports)
    link(i.moduleRequest.value, i.start, /^import\s+type\b/.test(text.slice(i.start, i.end)));
  for (const e of module.staticExports) {
    const request = e.entries.find((entry) => entry.moduleRequest !== null)?.moduleRequest;
    if (request) link(request.value, e.start, /^export\s+type\b/.test(text.slice(e.start, e.end)));
  }
  for (const d of module.dynamicImports) {
    const quoted = /^(["'])(.*)\1$/.exec(text.slice(d.moduleRequest.start, d.moduleRequest.end));
    if (quoted?.[2]) link(quoted[2], d.start, false);
  }

  const blank = new Set<number>();
  for (const c of comments) for (let l = lineAt(c.start); l <= lineAt(c.end); l++) blank.add(l);
  const lines = text.split("\n");
  for (const c of comments) {
    const first = lines[lineAt(c.start) - 1] ?? "";
    if (first.slice(0, first.indexOf(c.type === "Line" ? "//" : "/*")).trim() !== "")
      blank.delete(lineAt(c.start));
    if (/@ts-(ignore|expect-error|nocheck)|(oxlint|eslint|biome)-(disable|ignore)/.test(c.value))
      found.escapes.push({ line: lineAt(c.start), what: "a suppressed error" });
  }
  lines.forEach((l, i) => l.trim() === "" && blank.add(i + 1));

  collect(program, text, lineAt, blank, found);
  found.onlyReexports =
    program.body.length > 0 &&
    program.body.every(
      (s) => s.type === "ExportAllDeclaration" || (s.type === "ExportNamedDeclaration" && s.source !== null),
    );
  return found;
}

function collect(
  program: ReturnType<typeof parseSync>["program"],
  text: string,
  lineAt: (offset: number) => number,
  blank: ReadonlySet<number>,
  found: Module,
): void {
  const tags = new Map<number, string>();
  const sized = (node: { start: number; end: number; async?: boolean }): void => {
    const first = lineAt(node.start);
    let lines = 0;
    for (let l = first; l <= lineAt(node.end); l++) if (!blank.has(l)) lines++;
    found.functions.push({ line: first, lines });
    if (node.async) found.acts.push({ line: first, what: "an async function" });
  };
  const escape = (node: { start: number }, what: string) =>
    found.escapes.push({ line: lineAt(node.start), what });
  const act = (node: { start: number }, what: string) => found.acts.push({ line: lineAt(node.start), what });
  new Visitor({
    FunctionDeclaration: sized,
    FunctionExpression: sized,
    ArrowFunctionExpression: sized,
    TSAnyKeyword: (n) => escape(n, "any"),
    TSNonNullExpression: (n) => escape({ start: n.end - 1 }, "!"),
    TSAsExpression: (n) => {
      if (text.slice(n.typeAnnotation.start, n.typeAnnotation.end) !== "const")
        escape({ start: n.typeAnnotation.start }, "as");
    },
    AwaitExpression: (n) => act(n, "await"),
    CallExpression: (n) => {
      const name = dottedName(n.callee);
      if (name && IMPURE_CALL.test(name)) act(n, name);
    },
    NewExpression: (n) => {
      if (n.arguments.length === 0 && dottedName(n.callee) === "Date") act(n, "new Date()");
    },
    MemberExpression: (n) => {
      if (/^process\.\w+$/.test(dottedName(n) ?? "")) act(n, dottedName(n) ?? "process");
    },
    TaggedTemplateExpression: (n) => void tags.set(n.quasi.start, dottedName(n.tag) ?? ""),
    TemplateLiteral: (n) => {
      const tag = tags.get(n.start);
      const quasis = n.quasis.map((q) => q.value.raw).join(" ");
      found.literals.push({ line: lineAt(n.start), text: quasis, ...(tag === undefined ? {} : { tag }) });
    },
    Literal: (n) => {
      if (typeof n.value === "string") found.literals.push({ line: lineAt(n.start), text: n.value });
    },
  }).visit(program);
}
