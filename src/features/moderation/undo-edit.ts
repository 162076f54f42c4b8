import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { findAnswer, updateAnswer } from '#src/features/community/answers.store.ts';
import { findComment, updateComment } from '#src/features/community/comments.store.ts';
import { findQuestion, updateQuestion } from '#src/features/community/questions.store.ts';
import { renderWriting } from '#src/features/community/render-writing.ts';
import { keepRevision, listRevisions } from '#src/features/community/revisions.store.ts';
import type { ModerationEvent } from './moderation-event.ts';
import type { Written } from './writing-state.ts';

const FIND = { question: findQuestion, answer: findAnswer, comment: findComment };

/**
 * Puts the text back that an edit had replaced; the edit stays among the earlier versions.
 * @returns false when the text was changed again since
 */
export async function undoEdit(
  trx: Transaction<Database>,
  { noun: anyNoun, subjectId, before }: ModerationEvent,
  { byId, now }: { byId: number; now: Date },
): Promise<boolean> {
  const noun = anyNoun as Written;
  const { revisionId } = before as { revisionId: number };
  const earlier = (await listRevisions(trx, noun, subjectId)).at(-1);
  const present = await FIND[noun](trx, subjectId);
  if (!present || earlier?.id !== revisionId) return false;
  const { title, body, tags } = earlier;
  await keepRevision(trx, noun, subjectId, present, { editorId: byId, reason: null, at: now });
  const html = await renderWriting(trx, body);
  if (noun === 'question') {
    const text = { title: title ?? '', body, tags: tags ?? [], html };
    await updateQuestion(trx, subjectId, text, now);
  } else {
    const update = noun === 'answer' ? updateAnswer : updateComment;
    await update(trx, subjectId, { body, html }, now);
  }
  return true;
}
