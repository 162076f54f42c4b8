import type { TypedQuestion } from './checked-text.ts';
import type { DraftFields } from './save-draft.ts';

/** All that the form for asking holds; `article` is `<locale>/<category>/<slug>` or empty. */
export interface AskFields extends TypedQuestion {
  category: string;
  article: string;
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
  };
}

/** The parts of an article's name in the form. */
export function articleParts(name: string): [locale: string, category: string, slug: string] {
  const [locale = '', category = '', slug = ''] = name.split('/');
  return [locale, category, slug];
}
