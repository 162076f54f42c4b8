import { html, type Markup } from '#src/components/html.ts';
import type { Locales } from '#src/features/articles/address.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { signInPath, signUpPath } from './community-address.ts';
import type { Refusal } from './refusal.ts';

/** Why a form was not taken, and what to do; its styles are form-error.css. */
export function formError(
  site: Locales,
  locale: string,
  path: string,
  { sentence, status, way }: Pick<Refusal, 'status' | 'sentence' | 'way'>,
): Markup {
  const words = messagesFor(locale).community;
  const beside = html`<p>
    <a href="${signInPath(site, locale, path)}" target="_blank">${words.signIn}</a>
    <span>${words.signInBeside}</span>
  </p>`;
  const ways = (back: string) =>
    html`<p>${words.asking.postNeedsAccount} ${words.asking.typedIsKept}</p>
      <p class="buttons">
        <a class="button button-primary" href="${signInPath(site, locale, back)}"
          >${words.signIn}</a
        >
        <a class="button" href="${signUpPath(site, locale, back)}"
          >${messagesFor(locale).accounts.signUp}</a
        >
      </p>`;
  return html`<div class="form-error" role="alert">
    <p>${sentence}</p>
    ${way ? ways(way) : status === 401 && beside}
  </div>`;
}
