import { Refusal } from "@moc/contract/values/refusal.ts";

const deepest = 16;

/**
 * Parses a JSON text and refuses what `JSON.parse` lets pass silently: a key twice in one object, `__proto__`, and
 * nesting deeper than 16. One pass, no recursion. @throws Refusal `malformed_request` naming the fault.
 */
export function parseStrictJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed("json");
  }
  scan(text);
  return value;
}

function malformed(what: string, key = ""): Refusal {
  return new Refusal("malformed_request", { params: { what, key } });
}

// The text is valid JSON here, so the scan needs to know no more than strings, brackets, and which string is a key.
function scan(text: string): void {
  const open: (Set<string> | null)[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') {
      const end = endOfString(text, at);
      const keys = open.at(-1);
      if (expectsKey && keys) takeKey(keys, text.slice(at, end + 1));
      expectsKey = false;
      at = end;
    } else if (character === "{" || character === "[") {
      open.push(character === "{" ? new Set() : null);
      if (open.length > deepest) throw malformed("depth");
      expectsKey = character === "{";
    } else if (character === "}" || character === "]") {
      open.pop();
    } else if (character === ",") {
      expectsKey = open.at(-1) instanceof Set;
    }
  }
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function takeKey(keys: Set<string>, quoted: string): void {
  const key = String(JSON.parse(quoted));
  if (keys.has(key)) throw malformed("duplicate_key", key);
  if (key === "__proto__") throw malformed("forbidden_key", key);
  keys.add(key);
}
