import { z } from "zod";

export const languages = ["vi", "en", "zh"] as const;
export const Language = z.enum(languages).meta({ id: "Language" });
export type Language = z.infer<typeof Language>;

// C0, DEL, C1, and the characters that reorder or hide text (bidirectional controls, zero width, BOM).
// oxlint-disable-next-line no-control-regex -- naming the control characters is the purpose
const hidden = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
// What reverses the order of signs would turn the weight beside a text as well; tab and line feed free text may hold.
// oxlint-disable-next-line no-control-regex -- as above
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const visible = /[^\s\p{Cf}]/u;

// Half of a character of two halves is no text: no file and no database keeps it.
const printable = (value: string) => value.isWellFormed() && !unprintable.test(value);

/** A text of rows that are read by everybody: anything printable. Issue code `control_character`. */
export const printedText = z
  .string()
  .min(1)
  .refine(printable, { params: { code: "control_character" } });

/** One text in the three languages of the zone. Vietnamese is the official one and never missing. */
export const LocalText = z
  .strictObject({ vi: printedText, en: printedText, zh: printedText })
  .meta({ id: "LocalText" });
export type LocalText = z.infer<typeof LocalText>;

/**
 * A name or number that people compare by eye (plate, container, document number): no control, bidirectional or
 * zero-width characters, so that two equal-looking values are equal. NFC. Issue code `hidden_character`.
 */
export function identifierText(max: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => value.isWellFormed() && !hidden.test(value), { params: { code: "hidden_character" } })
    .transform((value) => value.normalize("NFC"));
}

/**
 * Free text of a person: anything printable, line feeds included, stored as given. Blanks alone say nothing. Issue codes
 * `control_character`, `required`.
 */
export function freeText(max: number) {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value === "" || visible.test(value), { params: { code: "required" } })
    .refine(printable, { params: { code: "control_character" } });
}
