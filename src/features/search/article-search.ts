import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Article, Category } from '#src/features/content/article.ts';
import type { Content } from '#src/features/content/content.ts';
import { synonymRules } from '#src/features/content/read-synonyms.ts';
import { generalVocabulary } from './general-vocabulary.ts';
import { loadLanguage } from './language.ts';
import { rankArticles, type RankedArticle } from './rank-articles.ts';
import { buildSectionIndex, type ArticleText, type SectionIndex } from './section-index.ts';
import { sectionTexts } from './section-texts.ts';
import { readySynonyms } from './synonyms.ts';
import { understandQuery, type UnderstoodQuery } from './understand-query.ts';

/** The search of a site's articles in one language. */
export interface ArticleSearch {
  index: SectionIndex;
  /** What a query was understood to be, and the articles that it may mean, the best first. */
  find(query: string): { understood: UnderstoodQuery; ranked: RankedArticle[] };
}

function articleText(article: Article, categories: Category[]): ArticleText {
  const shelf = categories.find(
    ({ name, locale }) => name === article.category && locale === article.locale,
  );
  return {
    name: `${article.category}/${article.slug}`,
    title: article.title,
    description: article.description ?? '',
    keywords: article.keywords,
    tags: article.tags,
    category: shelf?.title ?? '',
    sections: sectionTexts(article),
  };
}

/** The rules of the site itself; faulty ones were told when the content was checked. */
function ownRules(dir: string, locale: string) {
  const name = `search/synonyms.${locale}.yml`;
  try {
    return synonymRules(name, readFileSync(path.join(dir, name), 'utf8'), []);
  } catch {
    return [];
  }
}

/** Makes the articles of a content folder searchable in one language. */
export async function openArticleSearch(
  { dir, articles, categories }: Pick<Content, 'dir' | 'articles' | 'categories'>,
  locale: string,
): Promise<ArticleSearch> {
  const language = await loadLanguage(locale);
  const own = articles.filter((one) => one.locale === locale && !one.unlisted);
  const index = buildSectionIndex(
    own.map((one) => articleText(one, categories)),
    language,
  );
  const rules = [...generalVocabulary(locale), ...ownRules(dir, locale)];
  const synonyms = readySynonyms(rules, language);
  return {
    index,
    find(query) {
      const understood = understandQuery(query, index, language, synonyms);
      return { understood, ranked: rankArticles(index, understood) };
    },
  };
}
