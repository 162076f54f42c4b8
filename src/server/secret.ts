import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Env } from './env.ts';

type Keyed = Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>;

/** The instance's own key; without a configured one, one that is made at the first use and kept. */
function keyOf({ SECRET_KEY, DATA_DIR }: Keyed): string {
  if (SECRET_KEY) return SECRET_KEY;
  const file = path.join(DATA_DIR, 'secret-key');
  mkdirSync(DATA_DIR, { recursive: true });
  try {
    // Of two processes that begin together one writes, and both read the same.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  return readFileSync(file, 'utf8');
}

/** A key for one purpose, so that what is signed for one is worth nothing for another. */
const keyFor = (env: Keyed, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', keyOf(env), '', purpose, 32));

const signatureOf = (key: Buffer, text: string) =>
  createHmac('sha256', key).update(text).digest('base64url');

/** A text that only this instance can have made, for an address; it never expires. */
export function sign(env: Keyed, purpose: string, text: string): string {
  return `${Buffer.from(text).toString('base64url')}.${signatureOf(keyFor(env, purpose), text)}`;
}

/** @returns the text; undefined when it was not signed here for that purpose */
export function readSigned(env: Keyed, purpose: string, signed: string): string | undefined {
  const [body = '', signature = ''] = signed.split('.');
  const text = Buffer.from(body, 'base64url').toString();
  const expected = Buffer.from(signatureOf(keyFor(env, purpose), text));
  const given = Buffer.from(signature);
  return expected.length === given.length && timingSafeEqual(expected, given) ? text : undefined;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Encrypts what the database keeps for us and must not know (AES-256-GCM). */
export function seal(env: Keyed, purpose: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(env, purpose), iv);
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** @returns undefined when it was not sealed here for that purpose */
export function unseal(env: Keyed, purpose: string, sealed: string): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < IV_BYTES + TAG_BYTES) return undefined;
  const key = keyFor(env, purpose);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, IV_BYTES));
  decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  try {
    const text = [decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()];
    return Buffer.concat(text).toString();
  } catch {
    return undefined;
  }
}
