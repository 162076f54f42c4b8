import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { findAccount } from '#src/features/accounts/members.store.ts';
import type { Author } from '#src/features/content/content.ts';
import { authorOf } from './author-of.ts';

/** Under which handle of authors.yml a member owns articles; undefined for whoever owns nothing. */
export async function ownHandle(
  db: Kysely<Database> | Transaction<Database>,
  actor: Actor,
  authors: Author[],
): Promise<string | undefined> {
  const account = await findAccount(db, actor.id);
  return account && authorOf(account, authors);
}
