import { foldTone } from "./syllables.ts";

/**
 * Everyday words of official Vietnamese that PDF converters damage: a letter of a missing font is left out, so that
 * "hỗ trợ" arrives as "h  trợ" and "thúc đẩy" as "th c đẩy". A syllable without a vowel does not exist in
 * Vietnamese, so a match is a repair and no guess.
 */
const WORDS =
  "hỗ trợ|thúc đẩy|xúc tiến|giúp việc|giúp đỡ|thu hút|nỗ lực|đúng quy định|đúng tiến độ|đúng yêu cầu|đúng hạn|đúng thời hạn|đúc sẵn|trúng thầu|đỗ xe|" +
  "mỗi cửa khẩu|mỗi huyện|mỗi năm|mỗi tháng|mỗi quý|mỗi tuần|khẩn trương|chủ trì|phối hợp|rà soát|báo cáo|tham mưu|đề xuất|hoàn thành|hoàn thiện|" +
  "triển khai|thực hiện|tổng hợp|kiểm tra|giám sát|đôn đốc|hướng dẫn|xây dựng|trước ngày|chậm nhất|trong tháng|" +
  "kết luận|thông báo|yêu cầu|chỉ đạo|phê duyệt|thẩm định|giải phóng|mặt bằng|bồi thường|tái định cư|cung cấp|" +
  "tháo gỡ|vướng mắc|khó khăn|cửa khẩu|quy hoạch|điều chỉnh|đầu tư|công tác|nhiệm vụ|tiến độ|ủy ban|quản lý|tăng cường|" +
  "đẩy nhanh|đẩy mạnh|chủ động|tích cực|tiếp tục|thường xuyên|tổ chức|dự thảo|văn bản|cơ quan|đơn vị|địa phương";

interface Loss {
  /** The whole word. */
  readonly whole: string;
  /** Index in `whole` of the lost letter. */
  readonly at: number;
}

const VOWEL = /[aeiouyăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/u;

/** Damaged form (one accented letter missing, spaces single) → the whole word. */
function lossTable(): ReadonlyMap<string, Loss> {
  const table = new Map<string, Loss>();
  for (const whole of WORDS.split("|")) {
    for (let at = 1; at < whole.length; at += 1) {
      if (whole.charCodeAt(at) < 0x80 || whole[at] === "đ" || whole[at - 1] === " ") continue;
      const damaged = `${whole.slice(0, at)} ${whole.slice(at + 1)}`.replace(/ +/g, " ").trim();
      if (damaged.split(" ").some((syllable) => !VOWEL.test(syllable)) && !table.has(damaged)) {
        table.set(damaged, { whole, at });
      }
    }
  }
  return table;
}

const LOSSES = lossTable();
const LETTER = /[\p{L}\p{M}]/u;
/** The longest Vietnamese syllable, "nghiêng", has seven letters. */
const LONGEST_SYLLABLE = 8;
const WINDOW = 4;

export interface LostLetter {
  /** The letter belongs before this index of the line. */
  readonly index: number;
  readonly letter: string;
  /** The space of the gap must go ("th c" → "thúc"). */
  readonly closes: boolean;
}

const CONSONANTS = new Set([..."bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX"].map((letter) => letter.charCodeAt(0)));
const LONGEST_STUMP = 3;
const SPACE = 0x20;
const BRACKET = 0x28;

/** Lost letters of a line whose runs of spaces are already single. Empty for an undamaged line. */
export function findLostLetters(line: string): LostLetter[] {
  const found: LostLetter[] = [];
  for (let space = line.indexOf(" "); space >= 0; space = line.indexOf(" ", space + 1)) {
    const stump = stumpBefore(line, space);
    const loss = stump === null ? null : lossAround(line, stump);
    if (loss !== null && found.at(-1)?.index !== loss.index) found.push(loss);
  }
  return found;
}

/** Start of the syllable without a vowel that ends at `space`, or null. */
function stumpBefore(line: string, space: number): number | null {
  let start = space;
  while (start > 0 && space - start <= LONGEST_STUMP && CONSONANTS.has(line.charCodeAt(start - 1)))
    start -= 1;
  if (start === space || space - start > LONGEST_STUMP) return null;
  const before = start === 0 ? SPACE : line.charCodeAt(start - 1);
  return before === SPACE || before === BRACKET ? start : null;
}

function lossAround(line: string, stump: number): LostLetter | null {
  for (const start of startsBefore(line, stump)) {
    let end = start;
    for (let syllables = 0; syllables < WINDOW; syllables += 1) {
      end = syllableEnd(line, end);
      const loss = end > stump ? LOSSES.get(foldTone(line.slice(start, end).toLowerCase())) : undefined;
      if (loss === undefined) continue;
      const closes = loss.at + 1 < loss.whole.length && loss.whole[loss.at + 1] !== " ";
      return { index: start + loss.at, letter: loss.whole.charAt(loss.at), closes };
    }
  }
  return null;
}

/** The stump's own start and those of the two syllables before it. */
function startsBefore(line: string, stump: number): number[] {
  const starts = [stump];
  for (let i = stump - 2; i >= 0 && starts.length < 3 && stump - i <= 2 * LONGEST_SYLLABLE; i -= 1) {
    if (i === 0 || line[i - 1] === " ") starts.push(i);
  }
  return starts;
}

function syllableEnd(line: string, start: number): number {
  let end = start + 1;
  while (end - start <= LONGEST_SYLLABLE && LETTER.test(line.charAt(end))) end += 1;
  return end;
}
