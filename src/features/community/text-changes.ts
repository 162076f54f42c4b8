import { diffWordsWithSpace } from 'diff';
import type { Revision } from './revisions.store.ts';

/** A piece of a text: kept, added or taken away by an edit. */
export interface ChangedPiece {
  text: string;
  change: 'kept' | 'added' | 'removed';
}

/** One edit: who made it, when and why, and what it did to the title, body and tags. */
export interface TextChange extends Pick<Revision, 'editor' | 'reason' | 'replacedAt'> {
  title: ChangedPiece[];
  body: ChangedPiece[];
  tags: ChangedPiece[];
}

const compare = (before: string, after: string): ChangedPiece[] =>
  before === after
    ? []
    : diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
        text: value,
        change: added ? 'added' : removed ? 'removed' : 'kept',
      }));

/**
 * What each edit changed, the latest first; a field that it left alone has no pieces.
 * @param revisions the states before each edit, the oldest first
 */
export function textChanges(
  revisions: Revision[],
  present: { title: string; body: string; tags: string[] },
): TextChange[] {
  return revisions
    .map((before, index) => {
      const after = revisions[index + 1] ?? present;
      return {
        editor: before.editor,
        reason: before.reason,
        replacedAt: before.replacedAt,
        title: compare(before.title ?? '', after.title ?? ''),
        body: compare(before.body, after.body),
        tags: compare((before.tags ?? []).join(' '), (after.tags ?? []).join(' ')),
      };
    })
    .toReversed();
}
