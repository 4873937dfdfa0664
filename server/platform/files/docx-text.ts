import { unzipSync } from "fflate";
import { FileRefusal, MOST_CHARACTERS } from "./refusal.ts";
import { decoded } from "./xml-text.ts";

const BODY = "word/document.xml";
/** Markup around the text: a body larger than this is a bomb or no document. */
const LARGEST_BODY = 16 * MOST_CHARACTERS;

/** Text of a DOCX file, one line per paragraph; items of automatic lists begin with "- ". @throws FileRefusal */
export function docxText(bytes: Uint8Array): string {
  // Bit 0 of the flags of the first entry: encrypted (APPNOTE.TXT 4.4.4).
  if (((bytes[6] ?? 0) & 1) === 1) throw new FileRefusal("file_encrypted");
  let body: Uint8Array | undefined;
  try {
    body = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (name === BODY && originalSize > LARGEST_BODY) throw new FileRefusal("file_too_large");
        return name === BODY;
      },
    })[BODY];
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal("file_damaged");
  }
  if (body === undefined) throw new FileRefusal("file_mislabelled");
  return textOfBody(new TextDecoder().decode(body));
}

const PART = /<(\/?)w:([a-zA-Z]+)\b[^>]*>|<[^>]*>|([^<]+)/g;

/** What an element contributes where it begins; text itself stands in `w:t` only, deleted text in `w:delText`. */
const OPENING: Readonly<Record<string, string>> = { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" };

function textOfBody(xml: string): string {
  const lines: string[] = [];
  let line = "";
  let listed = false;
  let inText = false;
  for (const [, closing, element, text] of xml.matchAll(PART)) {
    if (text !== undefined) {
      if (inText) line += decoded(text);
    } else if (element === "t") inText = closing === "";
    else if (element === "numPr") listed = true;
    else if (element === "p" && closing === "/") {
      lines.push(listed && line.trim() !== "" ? `- ${line}` : line);
      line = "";
      listed = false;
    } else if (element !== undefined && closing === "" && Object.hasOwn(OPENING, element))
      line += OPENING[element];
  }
  return lines.join("\n");
}
