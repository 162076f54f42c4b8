import { createHash, randomBytes } from 'node:crypto';

/** A secret that only its bearer has; the database keeps nothing but its hash. */
export interface Token {
  /** 32 random bytes in base64url. */
  token: string;
  hash: string;
}

/** SHA-256 in hex; a token is random enough that no slower hash is needed. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

export function newToken(): Token {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: hashOfToken(token) };
}
