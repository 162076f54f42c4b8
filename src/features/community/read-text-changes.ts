import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listRevisions, type Revised } from './revisions.store.ts';
import { textChanges, type TextChange } from './text-changes.ts';

/**
 * The edits of what a member has written, the latest first.
 * @param isWhole also with what stood there only while readers did not see it
 */
export async function readTextChanges(
  db: Kysely<Database>,
  noun: Revised,
  id: number,
  present: { title: string; body: string; tags: string[] },
  isWhole: boolean,
): Promise<TextChange[]> {
  // Only a question's earlier states have a title, so no other present one takes part.
  const text = noun === 'question' ? present : { title: '', body: present.body, tags: [] };
  const revisions = await listRevisions(db, noun, id);
  const known = isWhole ? revisions : revisions.filter(({ wasHidden }) => !wasHidden);
  return textChanges(known, text);
}
