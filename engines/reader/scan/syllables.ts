/** Tone on the glide or on the vowel is one spelling to a reader: "hoá" = "hóa", "uỷ" = "ủy". */
const OLD_TONE: Readonly<Record<string, string>> = {
  oà: "òa",
  oá: "óa",
  oả: "ỏa",
  oã: "õa",
  oạ: "ọa",
  oè: "òe",
  oé: "óe",
  oẻ: "ỏe",
  oẽ: "õe",
  oẹ: "ọe",
  uỳ: "ùy",
  uý: "úy",
  uỷ: "ủy",
  uỹ: "ũy",
  uỵ: "ụy",
};
const OLD_TONE_PATTERN = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![\p{L}])/gu;

/** Brings lower-case text to one way of placing the tone mark; its length never changes. */
export function foldTone(lower: string): string {
  return lower.replace(OLD_TONE_PATTERN, (pair) => OLD_TONE[pair] ?? pair);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Drops the tone but keeps the vowel: a scanner reads "kiêm" for "kiểm" more often than "kiem". */
export function dropTone(lower: string): string {
  return lower.normalize("NFD").replace(TONES, "").normalize("NFC");
}

const MARKS = /[\u0300-\u036f]/g;

/** Lower case without any diacritic, for comparing names. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(MARKS, "").replace(/[đĐ]/g, "d").toLowerCase();
}
