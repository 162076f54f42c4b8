import { plainWord } from './language.ts';
import { stopWords } from './stop-words.ts';

/** Words with which people begin or soften a question, beside those that lists of stop words have. */
const PHRASES: Record<string, string> = {
  en:
    'im ive id ill youre theyre cant couldnt wont wouldnt dont doesnt didnt isnt arent wasnt werent hasnt havent ' +
    'cannot please help anyone someone somebody anybody anything something nothing everything thing things stuff ' +
    'way ways possible want wants wanted need needs needed trying try tried like get gets got getting go goes going ' +
    'make makes made let lets know tell say says said see seem seems even still yet already again always never ever ' +
    'why when does doing will may shall just once few own during until nor so ' +
    'soon anyway actually really basically maybe instead hi hello hey thanks thank',
};

/** Words of a query that say nothing of what it is about, in the language of a locale. */
export function fillerWords(locale: string): string[] {
  const code = locale.split('-')[0] ?? '';
  const words = [...stopWords(code), ...(PHRASES[code]?.split(' ') ?? [])].map(plainWord);
  return [...new Set(words)].toSorted();
}
