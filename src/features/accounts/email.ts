import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Salts } from '#src/server/salts.store.ts';
import { MAX_EMAIL } from './member.ts';

const email = z.email().max(MAX_EMAIL);

export const tidyEmail = (typed: string): string => typed.normalize('NFC').trim();

/** What is wrong with a tidied address. */
export const emailFault = (tidied: string): 'emailShape' | undefined =>
  email.safeParse(tidied).success ? undefined : 'emailShape';

/** Stands for an address in limits: a keyed hash, of no use once the day's salt is gone. */
export function emailKey(salts: Salts, address: string): string {
  const text = `e-mail\0${address.toLowerCase()}`;
  return createHmac('sha256', salts.today).update(text).digest('base64url');
}
