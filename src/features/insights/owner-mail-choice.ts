import type { Kysely, Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { findAccount } from '#src/features/accounts/members.store.ts';
import type { Manifest } from '#src/features/articles/manifest.ts';
import { findOwnerMail } from './owner-mails.store.ts';

/** Who owns what, as the content folder says. */
export type Owned = Pick<Manifest, 'authors'> & {
  articles: Pick<Manifest['articles'][number], 'owner'>[];
};

/** Whether the weekly mail goes to an address. */
export interface OwnerMailChoice {
  email: string;
  isStopped: boolean;
}

/**
 * What a member chose about the weekly mail. The choice belongs to the address that it goes to, so
 * only who has shown that it is theirs is asked; the same handle is not enough.
 * @returns undefined for whoever gets none
 */
export async function ownerMailChoice(
  db: Kysely<Database> | Transaction<Database>,
  actor: Actor,
  { authors, articles }: Owned,
): Promise<OwnerMailChoice | undefined> {
  const account = await findAccount(db, actor.id);
  const email = account?.isVerified ? account.email.toLowerCase() : undefined;
  if (email === undefined) return undefined;
  const handles = new Set(
    authors.filter((author) => author.email?.toLowerCase() === email).map(({ handle }) => handle),
  );
  if (!articles.some(({ owner }) => owner !== undefined && handles.has(owner))) return undefined;
  const known = await findOwnerMail(db, email);
  return { email, isStopped: Boolean(known?.stoppedAt) };
}
