import type { Paragraph } from "../scan/paragraphs.ts";

const MOTTO =
  /CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập ?- ?Tự do ?- ?Hạnh phúc/giu;
const PLACE_AND_DATE = /\p{Lu}[\p{L} .-]{1,40}, ?ngày.*$/u;
const NUMBER = /Số ?:? ?[\d./…].*$/u;
const ORGAN =
  /^(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|HUYỆN ỦY|BAN |SỞ |VĂN PHÒNG|CỤC |CHI CỤC|BỘ |CHÍNH PHỦ|THỦ TƯỚNG|TRUNG TÂM|CÔNG AN|PHÒNG |HỘI ĐỒNG)/u;
/** "Ban Quản lý … (Ban Quản lý) xây dựng Kế hoạch … như sau:" names the author of a plan. */
const AUTHORS_VERB = / (?:xây dựng|ban hành) (?:Kế hoạch|Chương trình|Phương án|Đề án)/u;
const AUTHOR = /^(?:UBND|Ủy ban|Uỷ ban|Ban|Sở|Văn phòng|Cục|Bộ|Công an|Trung tâm|Tỉnh ủy)(?= |$)/u;
const LONGEST_NAME = 120;
const HEAD_LINES = 12;

/** Who issued the document: its letterhead, else the author named in the text, else what the symbol tells. */
export function issuerOf(
  paragraphs: readonly Paragraph[],
  symbol: string | null,
  place: string | null,
  kindIndex: number,
): string | null {
  const limit = kindIndex >= 0 ? kindIndex : Math.min(HEAD_LINES, paragraphs.length);
  return (
    letterhead(paragraphs.slice(0, limit)) ?? author(paragraphs) ?? fromSymbol(paragraphs, symbol, place)
  );
}

/** In a two-column head the converter may put the motto, number or date on the same line. */
function letterhead(top: readonly Paragraph[]): string | null {
  const lines = top
    .map((p) =>
      p.text
        .slice(0, 300)
        .replace(MOTTO, " ")
        .replace(NUMBER, " ")
        .replace(PLACE_AND_DATE, " ")
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((line) => line !== "" && !/\p{Ll}{2}/u.test(line) && !/^[-–—.\d]+$/u.test(line));
  if (!lines.some((line) => ORGAN.test(line))) return null;
  const whole = lines.join(" ");
  // "UBND TỈNH X / SỞ Y": the issuer is the last body named; the one above it is its superior.
  const starts = [
    ...whole.matchAll(
      /(?<!\p{L})(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|SỞ|BAN QUẢN LÝ|BAN CHỈ ĐẠO|VĂN PHÒNG|CỤC|HĐND|HỘI ĐỒNG NHÂN DÂN|TỈNH ỦY|BỘ|TRUNG TÂM|PHÒNG)(?!\p{L})/gu,
    ),
  ];
  const last = starts.at(-1);
  const inOffice = last?.[0].startsWith("UBND") || last?.[0].includes("BAN NHÂN DÂN");
  const before = starts.at(-2);
  const start = inOffice && before?.[0] === "VĂN PHÒNG" ? before.index : (last?.index ?? 0);
  return titleCase(whole.slice(start).trim());
}

const KEPT = /^(?:UBND|HĐND|KTCK|KCN|CCN|[IVX]+)$/u;
const SMALL = new Set(
  "nhân dân tỉnh huyện xã phường phố lý đạo phòng hội vụ án tư dựng hoạch sản khẩu tế".split(" "),
);
function titleCase(name: string): string {
  const capitals = name.replace(/^UỶ /u, "ỦY ");
  return capitals
    .split(" ")
    .map((word, i) => {
      if (KEPT.test(word)) return word;
      const lower = word.toLowerCase();
      if (lower === "ban" && i === 1 && capitals.startsWith("ỦY ")) return lower;
      return i > 0 && SMALL.has(lower) ? lower : lower.slice(0, 1).toUpperCase() + lower.slice(1);
    })
    .join(" ")
    .replace(/^(Tỉnh|Thành|Huyện) Ủy/u, "$1 ủy");
}

function author(paragraphs: readonly Paragraph[]): string | null {
  for (const paragraph of paragraphs.slice(0, 25)) {
    const text = paragraph.text.slice(0, 1_200);
    const verb = text.search(AUTHORS_VERB);
    if (verb < 0 || !paragraph.text.endsWith("như sau:")) continue;
    const before = text.slice(0, verb).replace(/ \([^()]{1,80}\)$/u, "");
    const name = before.slice(Math.max(before.lastIndexOf(", "), before.lastIndexOf("; ")) + 1).trim();
    if (AUTHOR.test(name) && name.length <= LONGEST_NAME) return name;
  }
  return null;
}

/** "TB-UBND" of "Lạng Sơn" in a text that says "UBND tỉnh": UBND tỉnh Lạng Sơn. */
function fromSymbol(
  paragraphs: readonly Paragraph[],
  symbol: string | null,
  place: string | null,
): string | null {
  const letters = symbol?.split("-").find((part) => /^(?:UBND|HĐND)$/u.test(part));
  if (letters === undefined) return null;
  const level = new RegExp(`${letters} (tỉnh|thành phố|huyện|thị xã|xã|phường|thị trấn)(?!\\p{L})`, "u");
  for (const paragraph of paragraphs.slice(0, 60)) {
    const found = level.exec(paragraph.text);
    if (found !== null) return [found[0], place].filter((part) => part !== null).join(" ");
  }
  return place === null ? letters : `${letters} ${place}`;
}
