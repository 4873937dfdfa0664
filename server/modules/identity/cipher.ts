import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const ivLength = 12;
const tagLength = 16;

/**
 * Encrypts with AES-256-GCM. `bound` ties the bytes to one row and one purpose: moved elsewhere they do not open.
 * @returns iv, tag, ciphertext
 */
export function encrypt(key: Buffer, bound: string, plain: Buffer): Buffer {
  const iv = randomBytes(ivLength);
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(bound));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]);
}

/** Opens what `encrypt` made. @throws when the bytes were changed or moved, or the key is another one */
export function decrypt(key: Buffer, bound: string, stored: Buffer): Buffer {
  const iv = stored.subarray(0, ivLength);
  const tag = stored.subarray(ivLength, ivLength + tagLength);
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: tagLength }).setAAD(
    Buffer.from(bound),
  );
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(stored.subarray(ivLength + tagLength)), decipher.final()]);
}
