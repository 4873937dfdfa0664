import type { Language } from "../../values/text.ts";
import { en } from "./en.ts";
import { vi } from "./vi.ts";
import { zh } from "./zh.ts";

/** The shape that every language fills; Vietnamese states the keys. */
export type PlatformMessages = { [Group in keyof typeof vi]: Record<keyof (typeof vi)[Group], string> };

export const platformMessages: Record<Language, PlatformMessages> = { vi, en, zh };
