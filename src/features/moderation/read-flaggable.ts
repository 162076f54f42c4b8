import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { findWriting } from '#src/features/community/find-writing.ts';
import { mayFlag } from './flag.ts';
import { hasOpenFlag } from './flags.store.ts';
import type { Written } from './writing-state.ts';

/** A text that somebody wants to flag. */
export interface Flaggable {
  question: { id: number; title: string };
  body: string;
  mayFlag: boolean;
  /** Whether this member's flag waits for a moderator. */
  isFlagged: boolean;
}

/** What stands behind the address of a flag; undefined when it is not there for `actor`. */
export async function readFlaggable(
  db: Kysely<Database>,
  actor: Actor | undefined,
  noun: Written,
  id: number,
): Promise<Flaggable | undefined> {
  const writing = await findWriting(db, actor, noun, id);
  if (!writing) return undefined;
  return {
    question: writing.question,
    body: writing.body,
    mayFlag: mayFlag(actor, writing),
    isFlagged: actor !== undefined && (await hasOpenFlag(db, actor.id, noun, id)),
  };
}
