import { Refusal } from "@moc/contract/values/refusal.ts";
import { z } from "zod";

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

/** Where a page of rows ordered by time and id ended, as the opaque text that callers send back. */
export function cursorAfter(at: Date, id: string): string {
  return Buffer.from(JSON.stringify([at.toISOString(), id])).toString("base64url");
}

/** Reads a cursor. @throws Refusal `invalid_input` on one that we did not make. */
export function readCursor(text: string | undefined): { at: Date; id: string } | null {
  if (text === undefined) return null;
  try {
    const [at, id] = Cursor.parse(JSON.parse(Buffer.from(text, "base64url").toString("utf8")));
    return { at: new Date(at), id };
  } catch {
    throw new Refusal("invalid_input", { field: "after" });
  }
}

/** The rows of one page out of one row more than it holds, and whether there is a next one. */
export function cutPage<Row>(rows: readonly Row[], limit: number): { rows: Row[]; last: Row | undefined } {
  const page = rows.slice(0, limit);
  return { rows: page, last: rows.length > limit ? page.at(-1) : undefined };
}
