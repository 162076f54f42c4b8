import { z } from 'zod';
import { seal, unseal } from '#src/server/secret.ts';
import type { Flow } from '#src/server/single-sign-on.ts';
import { STEP_HOURS, until } from './link-times.ts';
import { ownPath } from './own-path.ts';
import type { Keys } from './use-code.ts';

const SEAL = 'single-sign-on';

/** What a browser keeps while it is at the provider. */
export interface SignOn extends Flow {
  /** Path to go on to. */
  next: string | undefined;
  /** Of the page where it began. */
  locale: string;
}

const shape = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  next: z.string().optional(),
  locale: z.string(),
  expires: z.number(),
});

/** For the browser's cookie: it can neither read nor change it. */
export const sealSignOn = (keys: Keys, signOn: SignOn, now: Date): string =>
  seal(keys, SEAL, JSON.stringify({ ...signOn, expires: until(now, STEP_HOURS).getTime() }));

/** @returns undefined when it was not begun here, or too long ago */
export function readSignOn(keys: Keys, sealed: string, now: Date): SignOn | undefined {
  const text = unseal(keys, SEAL, sealed);
  if (!text) return undefined;
  const { expires, next, ...flow } = shape.parse(JSON.parse(text));
  return expires > now.getTime() ? { ...flow, next: ownPath(next) } : undefined;
}
