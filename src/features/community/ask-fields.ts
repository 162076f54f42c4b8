import type { TypedQuestion } from './checked-text.ts';
import type { DraftFields } from './save-draft.ts';

/** All that the form for asking holds. */
export interface AskFields extends TypedQuestion {
  category: string;
  /** `<locale>/<category>/<slug>/<revision>` of the article that was being read; or empty. */
  article: string;
  /** What was searched for before; or empty. */
  searched: string;
}

/** The fields of a form that was sent or kept; what it lacks is empty. */
export function askFields(source: FormData | DraftFields): AskFields {
  const text = (name: string) =>
    String((source instanceof FormData ? source.get(name) : source[name]) ?? '');
  return {
    title: text('title'),
    body: text('body'),
    tags: text('tags'),
    category: text('category'),
    article: text('article'),
    searched: text('searched'),
  };
}

/** The parts of an article's name in the form. */
export function articleParts(name: string): [locale: string, category: string, slug: string] {
  const [locale = '', category = '', slug = ''] = name.split('/');
  return [locale, category, slug];
}

/** The revision that a form's name of an article ends with, if it does. */
export const articleRevision = (name: string): string | undefined => name.split('/')[3];
