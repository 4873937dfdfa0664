import { getDocumentProxy } from "unpdf";
import { FileRefusal, MOST_CHARACTERS, MOST_PAGES } from "./refusal.ts";

/** Text of a PDF file, line by line as set on its pages. @throws FileRefusal */
export async function pdfText(bytes: Uint8Array): Promise<string> {
  // The library takes the bytes over, so it gets a copy; a Buffer, as files are read into, it would refuse.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch((error: unknown) => {
    const name = error instanceof Error ? error.name : "";
    throw new FileRefusal(name === "PasswordException" ? "file_encrypted" : "file_damaged");
  });
  try {
    if (pdf.numPages > MOST_PAGES) throw new FileRefusal("file_too_large");
    const pages: string[] = [];
    let size = 0;
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ("str" in item ? item.str + (item.hasEOL ? "\n" : "") : "")).join("");
      size += text.length;
      if (size > MOST_CHARACTERS) throw new FileRefusal("file_too_large");
      pages.push(text);
    }
    if (pages.every((page) => page.trim() === "")) throw new FileRefusal("file_no_text");
    return pages.join("\n\n");
  } catch (error) {
    throw error instanceof FileRefusal ? error : new FileRefusal("file_damaged");
  } finally {
    await pdf.loadingTask.destroy();
  }
}
