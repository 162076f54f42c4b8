import { actionQuery } from '#src/components/action-query.ts';
import { html, printed, type Markup } from '#src/components/html.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { COMMENT_LENGTH, mayDeleteComment } from './comment.ts';
import { commentPlace } from './draft-place.ts';
import { formError } from './form-error.ts';
import { keepEmpty } from './keep-empty.ts';
import { memberName } from './member-name.ts';
import { moment } from './moment.ts';
import { pendingNotice } from './pending-notice.ts';
import type { ShownComment } from './question-page.ts';
import type { QuestionReading } from './question-reading.ts';
import { isShown, mayAnswer, mayEdit, mayRestore, mayVote, type Writing } from './question.ts';
import { typedIn } from './refusal.ts';
import { removalForm } from './text-forms.ts';
import { editLink, flagLink, textPath } from './text-links.ts';

function commentView(
  { live: { site, locale }, path, actor, moderate }: QuestionReading,
  comment: ShownComment,
): Markup {
  const { id, author, createdAt } = comment;
  const history = comment.editedAt && textPath(site, locale, 'history', 'comment', id);
  return html`<li id="comment-${id}">
    ${pendingNotice(locale, comment)}
    <div class="prose">${printed(comment.html)}</div>
    <div class="by muted">
      ${memberName(site, locale, author)} ${moment(createdAt, locale)}
      ${history && html`<a href="${history}">${messagesFor(locale).community.history}</a>`}
      ${mayVote(actor, comment) && flagLink(site, locale, 'comment', id)}
      ${mayEdit(actor, comment) && editLink(site, locale, 'comment', id)}
      ${mayDeleteComment(actor, comment) && removalForm(locale, path, 'comment', id, 'remove')}
      ${mayRestore(actor, comment) && removalForm(locale, path, 'comment', id, 'restore')}
      ${moderate?.({ noun: 'comment', writing: comment })}
    </div>
  </li>`;
}

/** The comment on this text that was sent and not taken. */
function refusedComment({ refusal }: QuestionReading, answerId: number | undefined) {
  if (refusal?.deed !== 'comment') return undefined;
  return typedIn(refusal.form, 'answer') === String(answerId ?? '') ? refusal : undefined;
}

/** Browsers leave out the end of a line that a field begins with, so that it has one to spare. */
const textField = (attributes: Markup, typed: string) =>
  html`<textarea ${attributes}>${'\n'}${typed}</textarea>`;

function commentForm(reading: QuestionReading, answerId: number | undefined): Markup {
  const { live, path, page } = reading;
  const { site, locale } = live;
  const words = messagesFor(locale).community;
  const place = commentPlace(page.question.id, answerId);
  const refused = refusedComment(reading, answerId);
  const typed = refused ? typedIn(refused.form, 'body') : (page.drafts.get(place) ?? '');
  const id = `comment-on-${answerId ?? 'question'}`;
  return html`<details class="no-print" ${(refused || typed) && html`open`}>
    <summary>${words.addComment}</summary>
    ${refused && formError(site, locale, path, refused)}
    <form
      method="post"
      action="${path}${actionQuery('community.comment')}"
      data-compose="small"
      data-draft="${place}"
    >
      <input type="hidden" name="question" value="${page.question.id}" />
      ${answerId !== undefined && html`<input type="hidden" name="answer" value="${answerId}" />`}
      ${keepEmpty(locale)}
      <label for="${id}">${words.comment}</label>
      <text-expander keys="@ [[" multiword="[[">
        ${textField(html`id="${id}" name="body" rows="3" maxlength="${COMMENT_LENGTH.most}"`, typed)}
      </text-expander>
      <p><button class="button">${words.postComment}</button></p>
    </form>
  </details>`;
}

/** The comments on an answer, or on the question itself, with the form for another. */
export function commentsView(
  reading: QuestionReading,
  commented: Writing & { comments: ShownComment[] },
  answerId?: number,
): Markup {
  const { actor, live, page } = reading;
  const { comments } = commented;
  const hasForm =
    (isShown(commented) && mayAnswer(actor, page.question)) ||
    refusedComment(reading, answerId) !== undefined;
  const label = messagesFor(live.locale).community.comments;
  return html`${
    comments.length > 0 &&
    html`<ul class="plain-list comments" aria-label="${label}">
      ${comments.map((comment) => commentView(reading, comment))}
    </ul>`
  }
  ${hasForm && commentForm(reading, answerId)}`;
}
