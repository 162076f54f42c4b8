import { html, type Markup } from './html.ts';
import { ownLanguage } from './language.ts';

/** `ownLanguage` for a template: the attributes of a text in another language than its page. */
export function languageAttributes(textLocale: string, pageLocale: string): Markup {
  const { lang, dir } = ownLanguage(textLocale, pageLocale);
  return lang && dir ? html`lang="${lang}" dir="${dir}"` : html``;
}
