import MiniSearch from 'minisearch';
import type { ArticleDocument, Engine } from './engine.ts';

/**
 * MiniSearch with options from its manual: any word, slips, titles first, beginnings of the last
 * word. Beginnings of every word, and sections in place of articles, were tried, and found less.
 */
export function openMiniSearch(documents: ArticleDocument[]): Engine {
  const index = new MiniSearch<ArticleDocument>({
    fields: ['title', 'description', 'labels', 'body'],
    searchOptions: {
      prefix: (_, at, terms) => at === terms.length - 1,
      fuzzy: 0.2,
      boost: { title: 2 },
    },
  });
  index.addAll(documents);
  return {
    find: (query) => Promise.resolve(index.search(query).map(({ id }) => String(id))),
  };
}
