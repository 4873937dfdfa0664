import { randomBytes } from "node:crypto";
import { PersonData } from "@moc/contract/identity/person.ts";
import { decrypt, encrypt } from "./cipher.ts";

/** What is stored of a person: both parts are random bytes to whoever lacks MOC_SECRET. */
export type SealedPerson = { wrappedKey: Buffer; sealed: Buffer };

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
