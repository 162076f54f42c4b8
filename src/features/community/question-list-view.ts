import { html, type Markup } from '#src/components/html.ts';
import { languageAttributes } from '#src/components/language-attributes.ts';
import type { Locales } from '#src/features/articles/address.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { moment } from './moment.ts';
import { questionPath } from './question-address.ts';
import { statusOf } from './question.ts';
import type { ListedQuestion } from './question-list.ts';
import { questionMarks, statusMark } from './question-marks.ts';
import { tagList } from './tag-list.ts';

/** A list of questions; its styles are question-list.css. */
export function questionListView(
  site: Locales,
  locale: string,
  questions: ListedQuestion[],
): Markup {
  const words = messagesFor(locale).community;
  const row = (question: ListedQuestion) =>
    html`<li>
      <h2 ${languageAttributes(question.locale, locale)}>
        <a href="${questionPath(site, locale, question)}">${question.title}</a>
      </h2>
      <p class="facts">
        ${statusMark(locale, statusOf(question))} ${questionMarks(locale, question)}
        ${question.answerCount > 0 && html`<span>${words.answers(question.answerCount)}</span>`}
        ${question.score !== 0 && html`<span>${words.score(question.score)}</span>`}
        ${question.sameCount > 0 && html`<span>${words.same(question.sameCount)}</span>`}
        <span><bdi>${question.author}</bdi>, ${moment(question.createdAt, locale)}</span>
      </p>
      ${tagList(site, locale, question.tags)}
    </li>`;
  return html`<ol class="plain-list question-list">
    ${questions.map(row)}
  </ol>`;
}
