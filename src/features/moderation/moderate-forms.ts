import { actionQuery } from '#src/components/action-query.ts';
import { html, type Markup } from '#src/components/html.ts';
import type { Locales } from '#src/features/articles/address.ts';
import type { SimilarQuestion } from '#src/features/community/questions.store.ts';
import { typedIn } from '#src/features/community/refusal.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { deedsPath } from './moderation-address.ts';
import { STATE_DEEDS, STATE_RULES, type Changeable, type Written } from './writing-state.ts';

/** A text, and what staff may want to do to it. */
export interface Moderated {
  site: Locales;
  locale: string;
  noun: Written;
  id: number;
  state: Changeable;
  /** Only of questions, with the shelves of its language. */
  question?: {
    category: string | null;
    isDuplicate: boolean;
    shelves: { name: string; title: string }[];
  };
  /** What was typed into a form that was not taken. */
  typed?: FormData | undefined;
  /** The questions that an unclear title may have meant. */
  candidates?: SimilarQuestion[];
}

type Question = NonNullable<Moderated['question']>;

// One page has these forms for many texts.
const field = ({ noun, id }: Moderated, name: string) => `${name}-${noun}-${id}`;
const value = ({ typed }: Moderated, name: string) => (typed ? typedIn(typed, name) : '');
const door = ({ site, locale, noun, id }: Moderated, action: 'change' | 'move' | 'repeat') =>
  deedsPath(site, locale, noun, id) + actionQuery(`moderation.${action}`);

function stateForm(moderated: Moderated): Markup {
  const { locale, noun, id, state } = moderated;
  const words = messagesFor(locale).moderation;
  const fitting = STATE_DEEDS.filter((deed) => {
    const { ofQuestions, fits } = STATE_RULES[deed];
    return (noun === 'question' || !ofQuestions) && fits(state);
  });
  const reason = field(moderated, 'reason');
  const hint = field(moderated, 'hint');
  return html`<form class="fields" method="post" action="${door(moderated, 'change')}">
    <input type="hidden" name="noun" value="${noun}" />
    <input type="hidden" name="id" value="${id}" />
    <div>
      <label for="${reason}">${words.reason}</label>
      <p id="${hint}" class="muted">${words.reasonHint}</p>
      <input
        id="${reason}"
        name="reason"
        value="${value(moderated, 'reason')}"
        maxlength="300"
        autocomplete="off"
        aria-describedby="${hint}"
      />
    </div>
    <p class="buttons">
      ${fitting.map(
        (deed) =>
          html`<button class="button" name="deed" value="${deed}">${words.deeds[deed]}</button>`,
      )}
    </p>
  </form>`;
}

function moveForm(moderated: Moderated, { category, shelves }: Question): Markup {
  const words = messagesFor(moderated.locale).moderation;
  const chosen = value(moderated, 'category') || category;
  const id = field(moderated, 'category');
  return html`<form class="fields" method="post" action="${door(moderated, 'move')}">
    <input type="hidden" name="question" value="${moderated.id}" />
    <div>
      <label for="${id}">${words.category}</label>
      <select id="${id}" name="category">
        ${shelves.map(
          ({ name, title }) =>
            html`<option value="${name}" ${name === chosen && html`selected`}>${title}</option>`,
        )}
      </select>
    </div>
    <p class="buttons"><button class="button">${words.move}</button></p>
  </form>`;
}

function canonicalField(moderated: Moderated): Markup {
  const { locale, candidates = [] } = moderated;
  const words = messagesFor(locale).moderation;
  if (candidates.length > 0) {
    return html`<fieldset>
      <legend>${words.which}</legend>
      ${candidates.map(
        ({ id, title }, index) =>
          html`<label
            ><input type="radio" name="canonical" value="${id}" ${index === 0 && html`checked`} />
            ${title}</label
          >`,
      )}
    </fieldset>`;
  }
  const id = field(moderated, 'canonical');
  return html`<div>
    <label for="${id}">${words.canonical}</label>
    <p id="${id}-hint" class="muted">${words.canonicalHint}</p>
    <input
      id="${id}"
      name="canonical"
      value="${value(moderated, 'canonical')}"
      maxlength="500"
      required
      autocomplete="off"
      aria-describedby="${id}-hint"
    />
  </div>`;
}

function repeatForm(moderated: Moderated): Markup {
  const words = messagesFor(moderated.locale).moderation;
  return html`<form class="fields" method="post" action="${door(moderated, 'repeat')}">
    <input type="hidden" name="question" value="${moderated.id}" />
    ${canonicalField(moderated)}
    <p class="muted">${words.mergeHint}</p>
    <p class="buttons">
      <button class="button" name="how" value="duplicate">${words.markDuplicate}</button>
      <button class="button" name="how" value="merge">${words.merge}</button>
    </p>
  </form>`;
}

/** The forms with all that staff can do to a text; their styles are moderate-forms.css. */
export function moderateForms(moderated: Moderated): Markup {
  const { question } = moderated;
  return html`<div class="moderate-forms">
    ${stateForm(moderated)} ${question && moveForm(moderated, question)}
    ${question && !question.isDuplicate && repeatForm(moderated)}
  </div>`;
}
