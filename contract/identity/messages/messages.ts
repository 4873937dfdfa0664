import type { Language } from "../../values/text.ts";
import { en } from "./en.ts";
import type { IdentityMessages } from "./shape.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";

/** The texts of identity by language. */
export const identityMessages: Record<Language, IdentityMessages> = { vi, en, zh };
