import type { z } from "zod";
import type { FieldFault } from "../values/refusal.ts";
import { fillSentence } from "../values/sentence.ts";
import type { Language } from "../values/text.ts";
import { platformMessages } from "./messages/messages.ts";

/** One fault of one field in the reader's language; a code that is a room's own is left for the room to put into words. */
export function fieldFault(
  language: Language,
  path: string,
  code: string,
  params: Readonly<Record<string, string>>,
): FieldFault {
  const sentences: Readonly<Record<string, string>> = platformMessages[language].fields;
  return { path, code, message: fillSentence(sentences[code] ?? code, params) };
}

/** Zod's issues as faults of fields: what the server answers, and what a form says before it asks the server. */
export function fieldFaults(issues: readonly z.core.$ZodIssue[], language: Language): FieldFault[] {
  return issues.slice(0, 50).map((issue) => {
    const { code, params } = codeOf(issue, platformMessages[language].types);
    return fieldFault(language, issue.path.map(String).join("."), code, params);
  });
}

/** Zod keeps the input in an issue only on request (`reportInput`); else its sentence alone tells what is missing. */
const isMissing = (issue: z.core.$ZodIssue): boolean =>
  "input" in issue ? issue.input === undefined : issue.message.endsWith("received undefined");

const ofFormat: Readonly<Record<string, string>> = { date: "date_impossible", datetime: "instant_format" };

function codeOf(
  issue: z.core.$ZodIssue,
  types: Readonly<Record<string, string>>,
): { code: string; params: Record<string, string> } {
  switch (issue.code) {
    case "custom":
      return { code: typeof issue.params?.code === "string" ? issue.params.code : "format", params: {} };
    case "unrecognized_keys":
      return { code: "unknown_key", params: { keys: issue.keys.join(", ").slice(0, 200) } };
    case "too_small":
      return { code: "too_short", params: { minimum: String(issue.minimum) } };
    case "too_big":
      return { code: "too_long", params: { maximum: String(issue.maximum) } };
    case "invalid_value":
      return { code: isMissing(issue) ? "required" : "not_listed", params: {} };
    case "invalid_type":
      return isMissing(issue)
        ? { code: "required", params: {} }
        : { code: "wrong_type", params: { expected: types[issue.expected] ?? issue.expected } };
    case "invalid_format":
      return { code: ofFormat[issue.format] ?? "format", params: {} };
    default:
      return { code: "format", params: {} };
  }
}
