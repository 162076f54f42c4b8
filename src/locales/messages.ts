import { ar } from './ar.ts';
import { de } from './de.ts';
import { en, type Messages } from './en.ts';
import { ja } from './ja.ts';

const byLanguage: Record<string, Messages> = { ar, de, en, ja };

/**
 * The interface's own sentences in the language of `locale` (`de-AT` reads German);
 * English for a language that has no translation yet.
 */
export function messagesFor(locale: string): Messages {
  // A page asks a hundred times; mostly the locale is a language.
  const language = Object.hasOwn(byLanguage, locale) ? locale : (locale.split('-')[0] ?? '');
  return (Object.hasOwn(byLanguage, language) && byLanguage[language]) || en;
}
