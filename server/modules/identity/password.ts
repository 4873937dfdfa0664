import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { Refusal } from "@moc/contract/values/refusal.ts";

/** Parameters of scrypt: memory is 128 × N × r bytes, time grows with all three. */
export type PasswordCost = { N: number; r: number; p: number };

// 32 MB and three passes: the OWASP Password Storage Cheat Sheet's setting for scrypt at this memory. Stored with each
// hash, so that it can rise without ending anyone's password.
export const passwordCost: PasswordCost = { N: 2 ** 15, r: 8, p: 3 };
const length = 32;
// Each hash holds 32 MB and a thread of the pool; more at once would starve files and names, more waiting is an attack.
const atOnce = 2;
const waitingAtMost = 64;

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= atOnce) {
    if (waiting.length >= waitingAtMost) throw new Refusal("too_many_requests", { params: { seconds: "5" } });
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function derive(password: string, salt: Buffer, { N, r, p }: PasswordCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFC"), salt, length, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}

/** A hash to store: `scrypt$N$r$p$salt$key`. @throws Refusal `too_many_requests` when very many wait. */
export function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  return inTurn(async () => {
    const salt = randomBytes(16);
    const key = await derive(password, salt, cost);
    return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join(
      "$",
    );
  });
}

/** A hash of this cost that no password opens. */
const nobody = ({ N, r, p }: PasswordCost) => ["scrypt", N, r, p, "A".repeat(22), "A".repeat(43)].join("$");

/**
 * Whether the password belongs to the hash. Without a hash (no such account, no password set) it takes as long and
 * answers false, so that the time tells no account from none. @throws Refusal `too_many_requests` when very many wait.
 */
export function checkPassword(password: string, stored: string | null, cost: PasswordCost): Promise<boolean> {
  return inTurn(async () => {
    const [, N, r, p, salt = "", key = ""] = (stored ?? nobody(cost)).split("$");
    const found = await derive(password, Buffer.from(salt, "base64url"), {
      N: Number(N),
      r: Number(r),
      p: Number(p),
    });
    return timingSafeEqual(found, Buffer.from(key, "base64url")) && stored !== null;
  });
}
