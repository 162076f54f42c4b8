import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Content } from '#src/features/content/content.ts';
import { synonymRules } from '#src/features/content/read-synonyms.ts';
import { articleTexts } from './article-texts.ts';
import { hasCompounds } from './compounds.ts';
import { fillerWords } from './filler-words.ts';
import { generalVocabulary } from './general-vocabulary.ts';
import { loadLanguage } from './language.ts';
import { lightWords } from './light-words.ts';
import { packIndex } from './pack-index.ts';
import { buildSectionIndex, type ArticleText } from './section-index.ts';

/** The rules of the site itself; faulty ones were told when the content was checked. */
function ownRules(dir: string, locale: string) {
  const name = `search/synonyms.${locale}.yml`;
  try {
    return synonymRules(name, readFileSync(path.join(dir, name), 'utf8'), []);
  } catch {
    return [];
  }
}

/** The files of an index of a locale's articles, and the articles in its order. */
export interface MadeIndex {
  files: Map<string, Uint8Array>;
  articles: ArticleText[];
}

/**
 * Indexes the articles of a content folder by their sections, as readers of a locale find them.
 * @param pageOf the name of an article's page in Pagefind's index
 */
export async function makeIndex(
  content: Pick<Content, 'dir' | 'articles' | 'categories' | 'site'>,
  locale: string,
  pageOf: (name: string) => string,
): Promise<MadeIndex> {
  const { articles, categories } = articleTexts(content, locale);
  const filler = fillerWords(locale);
  const isCompounding = hasCompounds(locale);
  const index = buildSectionIndex(articles, await loadLanguage(locale, filler), isCompounding);
  const byName = new Map(articles.map((one) => [one.name, one]));
  const inOrder = index.articles.map(({ name }) => byName.get(name)!);
  const files = await packIndex(locale, index, {
    articles: inOrder.map(({ name, shelf, quotes }) => ({
      category: shelf,
      page: pageOf(name),
      quotes,
    })),
    categories,
    filler,
    light: [...lightWords(locale)],
    rules: [
      ...(content.site.generalSynonyms ? generalVocabulary(locale) : []),
      ...ownRules(content.dir, locale),
    ],
    hasCompounds: isCompounding,
  });
  return { files, articles: inOrder };
}
