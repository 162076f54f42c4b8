import { messagesFor } from '#src/locales/messages.ts';
import type { LivePage } from './live-page.ts';
import type { Shelf } from './question-list.ts';
import { isTag } from './question.ts';

/**
 * The shelf that an address names.
 * @returns undefined when the site has none of that name
 */
export function findShelf(
  live: LivePage | undefined,
  { category, tag }: Record<string, string | undefined>,
): Shelf | undefined {
  if (category !== undefined) {
    return live?.categories.some(({ name }) => name === category) ? { category } : undefined;
  }
  if (tag !== undefined) return isTag(tag) ? { tag } : undefined;
  return {};
}

/** What the list of a shelf is called. */
export function shelfTitle({ locale, categories }: LivePage, { category, tag }: Shelf): string {
  const words = messagesFor(locale).community;
  if (category !== undefined) {
    return words.inCategory(categories.find(({ name }) => name === category)?.title ?? category);
  }
  return tag === undefined ? words.title : words.tagged(tag);
}
