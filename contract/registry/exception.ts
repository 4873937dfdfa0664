import { ExceptionKind } from "../values/exception.ts";
import { Key } from "../values/ids.ts";
import { LocalText } from "../values/text.ts";

/** A ground on which the order of a queue may be departed from. The document that it rests on is that of the row's source. */
export const exceptionGroundFields = {
  name: LocalText,
  exception: ExceptionKind,
  organisations: Key.array()
    .min(1)
    .nullable()
    .describe("Who may invoke it; null: every force that may give an exception"),
};
