import { localePath, type Locales } from '#src/features/articles/address.ts';
import type { Noun } from './moderation-event.ts';
import type { LogFilter } from './moderation-events.store.ts';
import type { Written } from './writing-state.ts';

/** The address of the log, or of a part of it. */
export function logPath(site: Locales, locale: string, filter: LogFilter = {}): string {
  const query = new URLSearchParams(logQuery(filter)).toString();
  return `${localePath(site, locale, '/moderation/log')}${query && `?${query}`}`;
}

/** What a filter adds to the log's address. */
export const logQuery = (filter: LogFilter): Record<string, string> =>
  Object.fromEntries(
    Object.entries(filter)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );

/** The page with all that staff can do to a text. */
export const deedsPath = (site: Locales, locale: string, noun: Written, id: number): string =>
  localePath(site, locale, `/moderation/deeds/${noun}/${id}`);

/** Where a text stands. The question's page adds its title to the address. @param event just done */
export function subjectPath(
  site: Locales,
  locale: string,
  subject: { noun: Noun; subjectId: number; questionId: number },
  event?: number,
): string {
  const { noun, subjectId, questionId } = subject;
  const query = new URLSearchParams();
  if (noun === 'answer') query.set('answer', String(subjectId));
  if (event !== undefined) query.set('event', String(event));
  const place = noun === 'question' ? 'question' : `${noun}-${subjectId}`;
  const search = query.size > 0 ? `?${query}` : '';
  return `${localePath(site, locale, `/community/questions/${questionId}`)}${search}#${place}`;
}
