import type { Env } from '#src/server/env.ts';
import { readSigned, sign } from '#src/server/secret.ts';

type Keyed = Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>;

const PURPOSE = 'owner-mail';

/** The address of an owner as a link carries it that stops their mails. */
export const writeOwnerStop = (env: Keyed, email: string): string => sign(env, PURPOSE, email);

/** @returns undefined when no mail of ours has it */
export const readOwnerStop = (env: Keyed, signed: string): string | undefined =>
  readSigned(env, PURPOSE, signed);
