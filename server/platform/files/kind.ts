/** What a file is by its first bytes, whatever its name. */
export type FileKind = "text" | "pdf" | "zip" | "compound";

const PDF = "%PDF-";
const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** OLE compound file: Word before 2007, or an encrypted DOCX. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Readers of PDF accept a header anywhere in the first kilobyte. */
const HEADER_REACH = 1024;

export function kindOf(bytes: Uint8Array): FileKind {
  const begins = (signature: readonly number[]): boolean => signature.every((byte, i) => bytes[i] === byte);
  if (begins(ZIP)) return "zip";
  if (begins(COMPOUND)) return "compound";
  const head = String.fromCharCode(...bytes.subarray(0, HEADER_REACH));
  const at = head.indexOf(PDF);
  return at === 0 || (at > 0 && head.slice(0, at).trim() === "") ? "pdf" : "text";
}

/** The kind that a name's ending promises; null for an ending that promises nothing known. */
export function promisedKind(name: string): "text" | "pdf" | "docx" | null {
  const ending = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === "txt" || ending === "md" || ending === "markdown") return "text";
  if (ending === "pdf" || ending === "docx") return ending;
  return null;
}
