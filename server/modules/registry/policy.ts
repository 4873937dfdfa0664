import { holds, type Policy } from "../../platform/authorise.ts";

/** Everybody who is signed in may read the registry; administrators change it. */
export const registryPolicy = {
  read: () => true,
  change_row: holds("administrator"),
} satisfies Policy<string, null>;
