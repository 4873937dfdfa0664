import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { PersonData } from "@moc/contract/identity/person.ts";

/** What is stored of a person: both parts are random bytes to whoever lacks MOC_SECRET. */
export type SealedPerson = { wrappedKey: Buffer; sealed: Buffer };

const ivLength = 12;
const tagLength = 16;

// iv, tag, ciphertext. `bound` ties the bytes to one person and one purpose: moved elsewhere they do not open.
function encrypt(key: Buffer, bound: string, plain: Buffer): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

function decrypt(key: Buffer, bound: string, stored: Buffer): Buffer {
  const iv = stored.subarray(0, ivLength);
  const tag = stored.subarray(ivLength, ivLength + tagLength);
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: tagLength }).setAAD(
    Buffer.from(bound),
  );
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(stored.subarray(ivLength + tagLength)), decipher.final()]);
}

/** Seals a person's data (AES-256-GCM) under a new key of its own, and that key under `wrap`. */
export function sealPerson(wrap: Buffer, id: string, data: PersonData): SealedPerson {
  const key = randomBytes(32);
  return {
    wrappedKey: encrypt(wrap, `key of ${id}`, key),
    sealed: encrypt(key, `data of ${id}`, Buffer.from(JSON.stringify(data))),
  };
}

/** Opens what `sealPerson` made. @throws when the bytes were changed, moved, or sealed under another MOC_SECRET. */
export function openPerson(wrap: Buffer, id: string, { wrappedKey, sealed }: SealedPerson): PersonData {
  const key = decrypt(wrap, `key of ${id}`, wrappedKey);
  return PersonData.parse(JSON.parse(decrypt(key, `data of ${id}`, sealed).toString("utf8")));
}
