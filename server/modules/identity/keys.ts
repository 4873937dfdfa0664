import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from "node:crypto";

/** Keys of one installation, each for one purpose, all derived from MOC_SECRET. Changing the secret ends them all. */
export type Keys = {
  wrap: Buffer;
  lookup: Buffer;
  link: Buffer;
  factor: Buffer;
  directory: Buffer;
  demonstration: Buffer;
};

/** Derives the keys of identity (HKDF-SHA-256, 32 bytes each). */
export function deriveKeys(secret: string): Keys {
  const derive = (purpose: string) => Buffer.from(hkdfSync("sha256", secret, "moc identity", purpose, 32));
  return {
    wrap: derive("wrap the keys of persons"),
    lookup: derive("find without storing"),
    link: derive("driver links"),
    factor: derive("second factors"),
    directory: derive("conversations with the directory"),
    demonstration: derive("passwords of demonstration accounts"),
  };
}

/** A secret that cannot be guessed: `bytes` random bytes in base64url. */
export function randomSecret(bytes: number): string {
  return randomBytes(bytes).toString("base64url");
}

/** What is stored of a random secret. Fast on purpose: 128 random bits and more need no slow hash. */
export function digestOf(secret: string): Buffer {
  return createHash("sha256").update(secret).digest();
}

/** Digest under a key: equal values are found, and nothing is learnt by trying values without the key. */
export function keyedDigest(key: Buffer, value: string): Buffer {
  return createHmac("sha256", key).update(value).digest();
}

/** Compares two digests in a time that tells nothing about where they differ. */
export function sameDigest(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}
