import { html, type Markup } from '#src/components/html.ts';
import { formatDate } from '#src/components/language.ts';

/** When something was written, to the day. */
export function moment(at: Date, locale: string): Markup {
  const iso = at.toISOString();
  return html`<time datetime="${iso}">${formatDate(iso, locale)}</time>`;
}
