import { docxText } from "./docx-text.ts";
import { kindOf, promisedKind } from "./kind.ts";
import { pdfText } from "./pdf-text.ts";
import { plainText } from "./plain-text.ts";
import { FileRefusal, MOST_BYTES, MOST_CHARACTERS } from "./refusal.ts";

/** Name of the stream that an encrypted DOCX carries inside its compound file, in UTF-16. */
const ENCRYPTED_PACKAGE = [..."EncryptedPackage"].join("\0");

/**
 * Text of a document file: TXT and MD (UTF-8, UTF-16), DOCX, PDF with text. The bytes decide what it is; a name that
 * promises another kind is refused. @throws FileRefusal
 */
export async function documentText(bytes: Uint8Array, name: string): Promise<string> {
  if (bytes.length === 0) throw new FileRefusal("file_empty");
  if (bytes.length > MOST_BYTES) throw new FileRefusal("file_too_large");
  const kind = kindOf(bytes);
  if (kind === "compound") {
    const encrypted = new TextDecoder("latin1").decode(bytes).includes(ENCRYPTED_PACKAGE);
    throw new FileRefusal(encrypted ? "file_encrypted" : "file_kind_unknown");
  }
  const promised = promisedKind(name);
  if (promised !== null && promised !== (kind === "zip" ? "docx" : kind))
    throw new FileRefusal("file_mislabelled");
  const text = kind === "pdf" ? await pdfText(bytes) : kind === "zip" ? docxText(bytes) : plainText(bytes);
  if (text.length > MOST_CHARACTERS) throw new FileRefusal("file_too_large");
  if (text.trim() === "") throw new FileRefusal(kind === "text" ? "file_empty" : "file_no_text");
  return text;
}
