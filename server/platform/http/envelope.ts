import { fieldFault, fieldFaults } from "@moc/contract/platform/field-faults.ts";
import { platformMessages } from "@moc/contract/platform/messages/messages.ts";
import { type FieldFault, platformRefusals, Refusal } from "@moc/contract/values/refusal.ts";
import { fillSentence } from "@moc/contract/values/sentence.ts";
import type { Language } from "@moc/contract/values/text.ts";
import { ORPCError, ValidationError } from "@orpc/server";
import type { z } from "zod";
import { sqlState } from "../sql/sql-state.ts";

/** What a room brings for its refusals: code → status, and per language code → sentence. */
export type Catalogue = {
  statuses: Readonly<Record<string, number>>;
  sentences: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  /** Puts the values of its sentences into the reader's words. */
  spoken?: (language: Language, params: Readonly<Record<string, string>>) => Record<string, string>;
};

export type Envelope = ORPCError<
  string,
  { fields: FieldFault[]; params: Record<string, string>; requestId: string }
>;

export type Reader = { language: Language; requestId: string };

/**
 * Makes the function that turns anything thrown into the one envelope that leaves the house: refusals by their
 * catalogue, faults of input with field and mend, all else as `internal` without detail.
 */
export function envelopeOf(catalogues: Catalogue[]) {
  const statuses: Record<string, number> = Object.assign(
    {},
    platformRefusals,
    ...catalogues.map((one) => one.statuses),
  );

  function sentence(language: Language, code: string, params: Record<string, string>): string {
    const room = catalogues.find((one) => one.sentences[language][code] !== undefined);
    const common: Record<string, string> = platformMessages[language].refusals;
    const text = room?.sentences[language][code] ?? common[code] ?? code;
    return fillSentence(text, room?.spoken?.(language, params) ?? params);
  }

  return (error: unknown, reader: Reader): Envelope => {
    const { code, params, fields: found } = judge(error, reader);
    // A code that the platform's own list of faults lacks is a room's.
    const fields = found.map((one) =>
      one.message === one.code ? { ...one, message: sentence(reader.language, one.code, params) } : one,
    );
    const data = { fields, params, requestId: reader.requestId };
    const message = sentence(reader.language, code, { ...params, requestId: reader.requestId });
    return new ORPCError(code, { defined: true, status: statuses[code] ?? 500, message, data, cause: error });
  };
}

type Judgement = { code: string; params: Record<string, string>; fields: FieldFault[] };

function judge(error: unknown, { language }: Reader): Judgement {
  if (error instanceof Refusal) {
    const own =
      error.field === undefined ? [] : [fieldFault(language, error.field, error.code, error.params)];
    return { code: error.code, params: error.params, fields: [...own, ...error.faults] };
  }
  if (error instanceof ORPCError) {
    if (error.cause instanceof ValidationError && error.code === "BAD_REQUEST") {
      const issues = error.cause.issues as z.core.$ZodIssue[]; // as: our schemas are zod's
      return { code: "invalid_input", params: {}, fields: fieldFaults(issues, language) };
    }
    if (error.status === 404) return { code: "not_found", params: {}, fields: [] };
    if (error.status === 400)
      return { code: "malformed_request", params: { what: "request", key: "" }, fields: [] };
  }
  return { code: ofDatabase(error) ?? "internal", params: {}, fields: [] };
}

const away = /^(08...|57P0[123]|53[34]00|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)$/;

// What the database or the way to it says; the driver gives no code to a connection that ended under it.
function ofDatabase(error: unknown): string | undefined {
  const code = sqlState(error);
  if (code === "53100" || code === "ENOSPC") return "no_room";
  const ended =
    error instanceof Error && /^Connection terminated|timeout exceeded when trying/.test(error.message);
  return ended || away.test(code) ? "database_away" : undefined;
}
