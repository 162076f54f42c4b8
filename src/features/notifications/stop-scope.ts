import type { Env } from '#src/server/env.ts';
import { readSigned, sign } from '#src/server/secret.ts';
import { REASONS, type Reason } from './mail-choice.ts';

type Keyed = Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>;

/** What a link in a mail stops: mails for a reason, those that gather news, or following a question. */
export type StopScope = { memberId: number } & (
  { what: Reason | 'digest' } | { what: 'question'; questionId: number }
);

const PURPOSE = 'unsubscribe';

/** A scope as an address carries it: for good, and nobody else can make it. */
export function writeStopScope(env: Keyed, scope: StopScope): string {
  const id = scope.what === 'question' ? `/${scope.questionId}` : '';
  return sign(env, PURPOSE, `${scope.memberId}/${scope.what}${id}`);
}

/** @returns undefined when no mail of ours has it */
export function readStopScope(env: Keyed, signed: string): StopScope | undefined {
  const [member, what, question] = readSigned(env, PURPOSE, signed)?.split('/') ?? [];
  const memberId = Number(member);
  if (what === 'question') return { memberId, what, questionId: Number(question) };
  const known = ([...REASONS, 'digest'] as const).find((one) => one === what);
  return known && { memberId, what: known };
}

/** The page where a scope can be stopped, in the default locale. */
export const stopPath = (signed: string): string => `/account/unsubscribe?of=${signed}`;
