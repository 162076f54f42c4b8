import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listRevisions } from './revisions.store.ts';
import { textChanges, type TextChange } from './text-changes.ts';

/** The edits of a question or an answer, the latest first. */
export async function readTextChanges(
  db: Kysely<Database>,
  noun: 'question' | 'answer',
  id: number,
  present: { title: string; body: string; tags: string[] },
): Promise<TextChange[]> {
  // An answer's earlier states have no title, so its present one takes no part.
  const text = noun === 'question' ? present : { title: '', body: present.body, tags: [] };
  return textChanges(await listRevisions(db, noun, id), text);
}
