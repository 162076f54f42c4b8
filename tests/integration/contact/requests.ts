import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { RequestFields } from '#src/features/contact/request-fields.ts';
import {
  sendRequest,
  type RequestCircumstances,
  type SentRequest,
} from '#src/features/contact/send-request.ts';
import type { DeskWay } from '#src/features/contact/help-desk.ts';
import { readEnv } from '#src/server/env.ts';
import { site, somebody } from '#tests/integration/accounts/people.ts';

export const env = readEnv({ SECRET_KEY: `${'a1'.repeat(16)}z`, DATA_DIR: '/nowhere' });
export const letterhead = { site, env };
export const now = new Date('2026-11-22T10:00:00Z');

let senders = 0;

/** A request as somebody types it, each from an address of its own. */
export function typed(more: Partial<RequestFields> = {}): RequestFields {
  senders += 1;
  return {
    name: 'Mira Holm',
    email: `mira-${senders}@example.net`,
    subject: 'My invoice is missing',
    message: 'I cannot find the invoice of October anywhere.',
    area: '',
    articles: [],
    searched: '',
    ...more,
  };
}

export async function sent(
  db: Kysely<Database>,
  more: Partial<RequestFields> = {},
  circumstances: Partial<RequestCircumstances> = {},
  { ways = [], at = now }: { ways?: DeskWay[]; at?: Date } = {},
): Promise<SentRequest> {
  return sendRequest(
    db,
    typed(more),
    {
      actor: undefined,
      sender: await somebody(db),
      isPrivate: false,
      locale: 'en',
      articles: [],
      category: undefined,
      attachments: [],
      ...circumstances,
    },
    { site, ways },
    at,
    randomBytes,
  );
}
