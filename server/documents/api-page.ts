import type { OpenAPI } from "@orpc/openapi";

type Operation = {
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: object }[];
  requestBody?: { content?: Record<string, { schema?: object }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: object }> }>;
};

type Entry = { method: string; path: string; operation: Operation };

/** The description of the API as a page for people: rooms, operations, shapes. Pure; needs no script. */
export function apiPage(document: OpenAPI.Document): string {
  const entries = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    Object.entries(item ?? {}).map(
      ([method, operation]): Entry => ({
        method: method.toUpperCase(),
        path,
        operation: operation as Operation, // as: paths of our own document hold operations alone
      }),
    ),
  );
  const rooms = Map.groupBy(entries, ({ operation }) => operation.tags?.[0] ?? "other");
  const list = [...rooms].map(([room, own]) => roomList(room, own)).join("");
  const shapes = Object.entries(document.components?.schemas ?? {})
    .map(shape)
    .join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>API · Mốc</title><link rel="stylesheet" href="/api/page.css">
</head>
<body>
<header><h1>Mốc API</h1><p>${text(document.info.description ?? "")}</p>
<p><a href="/api/openapi.json">OpenAPI ${text(document.openapi)} document</a>, version ${text(document.info.version)}. All paths begin with <code>/api</code>.</p></header>
<nav aria-label="Rooms"><ul>${[...rooms.keys()].map((room) => `<li><a href="#${room}">${text(room)}</a></li>`).join("")}<li><a href="#shapes">shapes</a></li></ul></nav>
<main>${list}<section id="shapes"><h2>shapes</h2>${shapes}</section></main>
</body>
</html>
`;
}

function roomList(room: string, entries: Entry[]): string {
  return `<section id="${room}"><h2>${text(room)}</h2>${entries.map(operationBlock).join("")}</section>`;
}

function operationBlock({ method, path, operation }: Entry): string {
  const parameters = (operation.parameters ?? []).map(
    (one) =>
      `<tr><th scope="row"><code>${text(one.name)}</code></th><td>${text(one.in)}</td><td>${text(one.description ?? "")}</td></tr>`,
  );
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const answer = Object.values(operation.responses?.["200"]?.content ?? {})[0]?.schema;
  const codes = Object.keys(operation.responses ?? {}).filter((status) => status !== "200");
  return `<article><h3><b class="m">${method}</b> <code>${text(path)}</code></h3><p>${text(operation.summary ?? "")}</p>
${operation.description === undefined ? "" : `<p>${text(operation.description)}</p>`}
${parameters.length === 0 ? "" : `<table><caption>Parameters</caption><tbody>${parameters.join("")}</tbody></table>`}
${schemaBlock("Request", body)}${schemaBlock("Answer", answer)}<p class="s">Refusals: ${codes.map(text).join(", ")}</p></article>`;
}

function schemaBlock(name: string, schema: object | undefined): string {
  if (schema === undefined) return "";
  return `<details><summary>${name}</summary><pre tabindex="0">${text(JSON.stringify(schema, null, 2))}</pre></details>`;
}

function shape([name, schema]: [string, object]): string {
  return `<details id="/components/schemas/${text(name)}"><summary>${text(name)}</summary><pre tabindex="0">${text(JSON.stringify(schema, null, 2))}</pre></details>`;
}

function text(value: string): string {
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
