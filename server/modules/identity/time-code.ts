import { createHmac, timingSafeEqual } from "node:crypto";

/** Seconds for which one code holds (RFC 6238 §5.2). */
const period = 30;
// One step to each side: clocks of phones and the time that typing takes.
const slack = 1;

/** The step in which an instant lies. */
export function stepOf(at: Date): number {
  return Math.floor(at.getTime() / 1000 / period);
}

/** The six digits of a step (RFC 4226 §5.3 with HMAC-SHA-1, which every authenticator speaks). */
export function codeOf(secret: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0x0f;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

/** The step whose code this is, near `at` and later than `after`; null: none. Tries all, whatever fits. */
export function stepOfCode(secret: Buffer, code: string, at: Date, after: number | null): number | null {
  const now = stepOf(at);
  let found: number | null = null;
  for (let step = now - slack; step <= now + slack; step += 1) {
    const same = code.length === 6 && timingSafeEqual(Buffer.from(codeOf(secret, step)), Buffer.from(code));
    if (same && step > (after ?? -1)) found = step;
  }
  return found;
}

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";

/** Base32 (RFC 4648 §6) without padding, in small letters. */
export function base32(bytes: Buffer): string {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31];
    held &= 0xff;
  }
  return bits === 0 ? text : text + alphabet[(held << (5 - bits)) & 31];
}
