import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { DEFAULT_CHOICES, type MailChoices } from './mail-choice.ts';
import { findChoices } from './mail-choices.store.ts';

/** What a member can choose about mail and following. */
export interface MailSettings {
  choices: MailChoices;
  /** Whether they follow the questions that they write on. */
  followsOwn: boolean;
}

/** How often a member gets mail, with what holds where they have not chosen. */
export async function mailSettings(db: Kysely<Database>, actor: Actor): Promise<MailSettings> {
  const { choices, followsOwn } = await findChoices(db, actor.id);
  return { choices: { ...DEFAULT_CHOICES, ...choices }, followsOwn };
}
