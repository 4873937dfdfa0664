import { z } from "zod";
import { identifierText } from "../values/text.ts";
import { Email } from "./account.ts";

/**
 * Whom the organisation's directory (an OpenID provider) must prove for an account: by the provider's own identifier of
 * the person, or by an address that the provider has verified. Kept as a keyed digest only.
 */
export const DirectoryIdentity = z
  .discriminatedUnion("by", [
    z.strictObject({ by: z.literal("subject"), subject: identifierText(255).describe("The claim `sub`") }),
    z.strictObject({ by: z.literal("email"), email: Email }),
  ])
  .meta({ id: "DirectoryIdentity" });
export type DirectoryIdentity = z.infer<typeof DirectoryIdentity>;
