import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor, Role } from '#src/features/accounts/actor.ts';

const joined = new Date('2026-11-20T08:00:00Z');

/** A member who is there, with an address that is known to be theirs. */
export async function member(
  db: Kysely<Database>,
  handle: string,
  role: Role = 'member',
): Promise<Actor> {
  const { id } = await db
    .insertInto('members')
    .values({
      handle,
      name: handle,
      email: `${handle}@example.com`,
      email_verified_at: joined,
      role,
      locale: 'en',
      created_at: joined,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return {
    id,
    handle,
    name: handle,
    role,
    isVerified: true,
    silencedUntil: null,
    suspendedUntil: null,
  };
}

/** So many members, who are told apart by their number. */
export const crowd = (db: Kysely<Database>, name: string, size: number): Promise<Actor[]> =>
  Promise.all(Array.from({ length: size }, (_, index) => member(db, `${name}-${index}`)));

export const typedQuestion = {
  title: 'How do I find an article again?',
  body: 'I read it yesterday and **cannot** find it any more.',
  tags: 'search mobile',
};

export const typedAnswer = 'Type two or three of its words into the search box.';

export const place = { locale: 'en', category: 'using', article: undefined };
