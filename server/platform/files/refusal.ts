/** Why a file is not read, in words for the person who gave it. */
export const FILE_REFUSALS = {
  file_empty: "The file is empty.",
  file_too_large: "The file is too large: at most 20 MB, 500 pages and 4 million characters are read.",
  file_encrypted: "The file is protected by a password: save it without one and give it again.",
  file_mislabelled:
    "The file is not what its name says: give it its right ending (.txt, .md, .docx or .pdf).",
  file_kind_unknown: "The file is of a kind that is not read: give a text, Markdown, DOCX or PDF file.",
  file_damaged: "The file is damaged and cannot be opened.",
  file_no_text: "The file holds pictures of pages but no text: have it recognised (OCR) first.",
} as const;

export type FileRefusalCode = keyof typeof FILE_REFUSALS;

/** A file that is not read; the message begins with its code. */
export class FileRefusal extends Error {
  readonly code: FileRefusalCode;

  constructor(code: FileRefusalCode) {
    super(`${code}: ${FILE_REFUSALS[code]}`);
    this.name = "FileRefusal";
    this.code = code;
  }
}

/** Bytes of a file that are looked at, at most. */
export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_PAGES = 500;
export const MOST_CHARACTERS = 4_000_000;
