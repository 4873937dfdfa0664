import type pg from "pg";

// Statements come from code and are few; only a list of values spelled out one by one makes many, and those stay unnamed.
const mostNames = 400;

/** Lets every statement with values be parsed and planned once per connection instead of at each use. */
export function prepareStatements(client: pg.ClientBase): void {
  const names = new Map<string, string>();
  const nameOf = (text: string): string | undefined => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostNames || text.includes(";")) return known; // several have no one plan
    const name = `s${names.size}`;
    names.set(text, name);
    return name;
  };
  const query = client.query.bind(client) as (...args: unknown[]) => unknown; // as: one of its eleven overloads is meant
  const named = (text: unknown, values: unknown, ...rest: unknown[]): unknown => {
    if (typeof text !== "string" || !Array.isArray(values)) return query(text, values, ...rest);
    const name = nameOf(text);
    return name === undefined ? query(text, values, ...rest) : query({ name, text, values }, ...rest);
  };
  client.query = named as typeof client.query; // as: it keeps the overloads that it hands on
}
