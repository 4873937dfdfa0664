import { FileRefusal } from "./refusal.ts";

/** Text of a plain file: UTF-8, or UTF-16 with its byte order mark. @throws FileRefusal for anything else. */
export function plainText(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (text.includes("\0")) throw new FileRefusal("file_kind_unknown");
    return text;
  } catch {
    throw new FileRefusal("file_kind_unknown");
  }
}
