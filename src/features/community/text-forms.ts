import { actionQuery } from '#src/components/action-query.ts';
import { html, printed, type Markup } from '#src/components/html.ts';
import { iconSvg, iconSymbols, iconUse } from '#src/components/icon.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { votePressed, type Vote } from './vote.ts';

/** What all have voted; nothing on paper, where nobody has. */
export const scoreMark = (locale: string, score: number): Markup =>
  html`<span class="muted ${score === 0 && 'no-print'}"
    >${messagesFor(locale).community.score(score)}</span
  >`;

/** What the buttons of `voteForm` show, once for all of a page. */
export const voteIcons = (): Markup => printed(iconSymbols('thumbs-up', 'thumbs-down'));

/** The buttons for voting on a text, and what all have voted. @param path of the question's page */
export function voteForm(
  locale: string,
  path: string,
  noun: 'question' | 'answer',
  target: { id: number; score: number; vote: Vote },
): Markup {
  const words = messagesFor(locale).community;
  const button = (way: 1 | -1, label: string, icon: string) =>
    html`<button
      class="button no-print"
      name="vote"
      value="${votePressed(target.vote, way)}"
      aria-label="${label}"
      aria-pressed="${target.vote === way ? 'true' : 'false'}"
      title="${label}"
    >
      ${printed(iconUse(icon))}
    </button>`;
  return html`<form class="votes" method="post" action="${path}${actionQuery('community.vote')}">
    <input type="hidden" name="noun" value="${noun}" />
    <input type="hidden" name="id" value="${target.id}" />
    ${button(1, words.voteUp, 'thumbs-up')} ${button(-1, words.voteDown, 'thumbs-down')}
    ${scoreMark(locale, target.score)}
  </form>`;
}

/** The button for deleting a text, or for bringing it back. */
export const removalForm = (
  locale: string,
  path: string,
  noun: 'question' | 'answer' | 'comment',
  id: number,
  deed: 'remove' | 'restore',
): Markup =>
  html`<form
    class="removal no-print"
    method="post"
    action="${path}${actionQuery(`community.${deed}`)}"
  >
    <input type="hidden" name="noun" value="${noun}" />
    <input type="hidden" name="id" value="${id}" />
    <button>${messagesFor(locale).community[deed]}</button>
  </form>`;

/** The button for choosing an answer, or for taking the choice back. */
export function acceptForm(
  locale: string,
  path: string,
  answerId: number,
  isAccepted: boolean,
): Markup {
  const words = messagesFor(locale).community;
  return html`<form
    class="no-print"
    method="post"
    action="${path}${actionQuery('community.accept')}"
  >
    <input type="hidden" name="answer" value="${answerId}" />
    <button class="button" name="accepted" value="${isAccepted ? 'no' : 'yes'}">
      ${printed(iconSvg('check'))} ${isAccepted ? words.withdraw : words.acceptIt}
    </button>
  </form>`;
}

/** The button for saying that one has the same question. */
export const sameForm = (
  locale: string,
  path: string,
  question: { id: number; isSame: boolean },
): Markup =>
  html`<form class="no-print" method="post" action="${path}${actionQuery('community.same')}">
    <input type="hidden" name="question" value="${question.id}" />
    <button
      class="button"
      name="same"
      value="${question.isSame ? 'no' : 'yes'}"
      aria-pressed="${question.isSame ? 'true' : 'false'}"
    >
      ${printed(iconSvg('hand'))} ${messagesFor(locale).community.haveSame}
    </button>
  </form>`;
