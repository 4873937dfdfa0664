import { readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { read } from "@moc/engines/reader/read.ts";
import type { Proposal, Reading } from "@moc/engines/reader/reading.ts";
import { documentText } from "../platform/files/document-text.ts";
import { FileRefusal } from "../platform/files/refusal.ts";
import { readSettings, StartError } from "../platform/settings.ts";
import { operand, say } from "./open.ts";
import { organisationsOfPack } from "./pack-organisations.ts";

/**
 * `read FILE [--json]`: what a notice or a plan asks of whom by when. Needs no database: organisations come from the
 * pack's file. Nothing is registered. @throws StartError for a file that cannot be read
 */
export async function readDocument(args: string[]): Promise<void> {
  const path = operand(args);
  if (path === undefined)
    throw new StartError("Say which file to read: npm run -s moc -- read FILE [--json].");
  const bytes = await readFile(path).catch(() => {
    throw new StartError(`The file ${path} cannot be opened.`);
  });
  const text = await documentText(bytes, basename(path)).catch((error: unknown) => {
    throw error instanceof FileRefusal ? new StartError(error.message) : error;
  });
  const pack = join(readSettings(process.env).pack, "organisations.yaml");
  const register = organisationsOfPack(await readFile(pack, "utf8").catch(() => ""));
  const reading = read(text, { register });
  say(args, reading, linesOf(reading));
}

function linesOf(reading: Reading): string[] {
  const { kind, number, symbol, date, issuer, subject, cites } = reading.document;
  const notation = symbol === null ? "" : `${number ?? "…"}/${symbol}`;
  return [
    [kind, notation, date, issuer].filter((part) => part !== null && part !== "").join(" · "),
    subject ?? "",
    `${cites.length} văn bản viện dẫn · ${reading.results.length} kết quả · ${reading.difficulties.length} khó khăn · ${reading.tasks.length} nhiệm vụ`,
    ...reading.tasks.map(lineOf),
  ];
}

const lineOf = ({ lead, action, deadline }: Proposal, i: number): string =>
  `${i + 1}. ${lead.text === "" ? "(không nêu)" : lead.text}: ${action}${deadline.text === "" ? "" : ` [${deadline.text}]`}`;
