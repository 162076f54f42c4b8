import { html, printed, type Markup } from '#src/components/html.ts';
import { iconSvg } from '#src/components/icon.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { mayDeleteAnswer } from './answer.ts';
import { commentsView } from './comments-view.ts';
import { memberName } from './member-name.ts';
import { moment } from './moment.ts';
import { pendingNotice } from './pending-notice.ts';
import type { ShownAnswer } from './question-page.ts';
import type { QuestionReading } from './question-reading.ts';
import { isShown, mayAcceptAnswer, mayAnswer, mayEdit, mayRestore, mayVote } from './question.ts';
import { acceptForm, removalForm, scoreMark, voteForm } from './text-forms.ts';
import { editLink, flagLink, quoteLink, textPath } from './text-links.ts';

function marks(locale: string, isAccepted: boolean, { official }: ShownAnswer): Markup | false {
  const words = messagesFor(locale).community;
  const mark = (kind: string, icon: string, word: string) =>
    html`<span class="${kind}">${printed(iconSvg(icon))} ${word}</span>`;
  return (
    (isAccepted || official) &&
    html`<p class="marks">
      ${isAccepted && mark('accepted', 'circle-check', words.accepted)}
      ${official && mark('official', 'badge-check', words.official)}
    </p>`
  );
}

function deeds(reading: QuestionReading, answer: ShownAnswer, isAccepted: boolean): Markup {
  const { live, page, path, actor } = reading;
  const { site, locale } = live;
  const { question } = page;
  const { id } = answer;
  return html`<div class="deeds">
    ${
      isShown(question) && mayVote(actor, answer)
        ? voteForm(locale, path, 'answer', answer)
        : scoreMark(locale, answer.score)
    }
    ${
      mayAcceptAnswer(actor, question) &&
      isShown(answer) &&
      acceptForm(locale, path, id, isAccepted)
    }
    ${
      isShown(answer) &&
      mayAnswer(actor, question) &&
      quoteLink(locale, path, `answer-${id}`, answer.author)
    }
    ${mayVote(actor, answer) && flagLink(site, locale, 'answer', id)}
    ${isShown(question) && mayEdit(actor, answer) && editLink(site, locale, 'answer', id)}
    ${mayDeleteAnswer(actor, answer, question) && removalForm(locale, path, 'answer', id, 'remove')}
    ${mayRestore(actor, answer) && removalForm(locale, path, 'answer', id, 'restore')}
  </div>`;
}

/** An answer among the others. */
export function answerView(reading: QuestionReading, answer: ShownAnswer): Markup {
  const { live, page, moderate } = reading;
  const { site, locale } = live;
  const { id, author, createdAt } = answer;
  const words = messagesFor(locale).community;
  const isAccepted = page.question.acceptedAnswerId === id;
  const history = answer.editedAt && textPath(site, locale, 'history', 'answer', id);
  return html`<li id="answer-${id}">
    <article>
      ${marks(locale, isAccepted, answer)} ${pendingNotice(locale, answer)}
      <div class="prose">${printed(answer.html)}</div>
      <p class="facts muted">
        <span>${words.answeredBy} ${memberName(site, locale, author)}</span>
        ${moment(createdAt, locale)} ${history && html`<a href="${history}">${words.history}</a>`}
      </p>
      ${deeds(reading, answer, isAccepted)} ${moderate?.({ noun: 'answer', writing: answer })}
      ${commentsView(reading, answer, id)}
    </article>
  </li>`;
}
