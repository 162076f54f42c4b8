import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { listRevisions, type Revised, type Revision } from './revisions.store.ts';
import { textChanges, type TextChange } from './text-changes.ts';

/**
 * The edits of what a member has written, the latest first.
 * @param isWhole also with what was replaced while readers did not see it: it may have been hidden
 *   for what it says
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
  const known = isWhole ? revisions : withoutHidden(revisions);
  return textChanges(known, text);
}

/** The states that were replaced before all eyes, each with who made, at last, the next one. */
function withoutHidden(revisions: Revision[]): Revision[] {
  return revisions.flatMap((one, at) => {
    if (one.wasHidden) return [];
    const next = revisions.findIndex(({ wasHidden }, later) => later > at && !wasHidden);
    const { editor, reason, replacedAt } = revisions.at(next < 0 ? -1 : next - 1) ?? one;
    return [{ ...one, editor, reason, replacedAt }];
  });
}
