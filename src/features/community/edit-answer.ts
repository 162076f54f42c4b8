import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { NotAllowed } from '#src/server/errors.ts';
import { renderMarkdown } from '#src/server/markdown.ts';
import { updateAnswer } from './answers.store.ts';
import { checkedBody } from './checked-text.ts';
import { editReason } from './edit-reason.ts';
import { EDITS_PER_MINUTE } from './limits.ts';
import { permit } from './permitted.ts';
import { BODY_LENGTH, isShown, mayEdit, mayWrite } from './question.ts';
import { keepAnswerRevision } from './revisions.store.ts';
import { usePace } from './use-pace.ts';
import { withLockedAnswer } from './with-locked-question.ts';

/**
 * Changes an answer's text and keeps what it was before; the same text again changes nothing.
 * @param locale of the sentences about what is wrong
 * @returns the question's id
 * @throws NotSignedIn, NotAllowed, NotFound, InvalidInput, TooMany
 */
export async function editAnswer(
  db: Kysely<Database>,
  actor: Actor | undefined,
  answerId: number,
  typed: { body: string; reason: string },
  locale: string,
  now: Date,
): Promise<number> {
  permit(actor, mayWrite(actor));
  const body = checkedBody(typed.body, BODY_LENGTH, locale);
  const html = await renderMarkdown(body);
  await usePace(db, actor, [EDITS_PER_MINUTE]);
  return withLockedAnswer(db, answerId, async (trx, question, answer) => {
    if (!isShown(question)) throw new NotAllowed();
    permit(actor, mayEdit(actor, answer));
    const reason = editReason(actor, answer.authorId, typed.reason, locale);
    if (answer.body !== body) {
      const replacement = { editorId: actor.id, reason, at: now };
      await keepAnswerRevision(trx, answerId, answer.body, replacement);
      await updateAnswer(trx, answerId, { body, html }, now);
    }
    return question.id;
  });
}
