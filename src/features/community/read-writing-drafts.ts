import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { listDraftsAbout } from './drafts.store.ts';
import type { DraftFields } from './save-draft.ts';

/** What a member has typed below a question and not posted: its answer and comments, by place. */
export async function readWritingDrafts(
  db: Kysely<Database>,
  actor: Actor | undefined,
  questionId: number,
): Promise<Map<string, string>> {
  const drafts = actor ? await listDraftsAbout(db, actor.id, questionId) : [];
  return new Map(
    drafts.map(({ place, fields }) => [place, (JSON.parse(fields) as DraftFields)['body'] ?? '']),
  );
}
