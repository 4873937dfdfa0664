import type { Text } from "../ui/text.ts";

/** What a screen says of itself to who works there for the first time, or once a month. */
export type Help = {
  purpose: Text;
  /** What to do here, in the order of the work, and what follows from it. */
  points: readonly Text[];
  /** Keys of this screen: as they stand on the keyboard, and what they do. */
  keys?: readonly { key: string; does: Text }[];
  /** Code names of glossary lines that a reader meets here. */
  terms: readonly string[];
};
