import { html, type Markup } from '#src/components/html.ts';
import { messagesFor } from '#src/locales/messages.ts';

/** A field that people do not see and programs fill in. */
export const keepEmpty = (locale: string): Markup =>
  html`<div class="visually-hidden" aria-hidden="true">
    <label
      >${messagesFor(locale).feedback.keepEmpty}
      <input name="website" tabindex="-1" autocomplete="off" />
    </label>
  </div>`;
