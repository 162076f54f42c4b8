import { gunzipSync } from 'node:zlib';
import type { Content } from '#src/features/content/content.ts';
import type { AnswerJudgement } from './answer-quality.ts';
import { judgeAnswerIn, openIndex } from './article-index.ts';
import { makeIndex } from './make-index.ts';
import { tidyQuery } from './query.ts';
import { rankArticles, worthListing, type RankedArticle } from './rank-articles.ts';
import { understandQuery, type UnderstoodQuery } from './understand-query.ts';

/** A ranked article by its name, with the anchor and the title of its best section. */
export interface FoundByRank extends Omit<RankedArticle, 'article' | 'section'> {
  name: string;
  section: { id: string; title: string };
}

/** The search of a content folder's articles in one language, for commands at a terminal. */
export interface ArticleSearch {
  /** How many articles there are. */
  size: number;
  /** What a query was understood to be, and the articles that it may mean, the best first. */
  find(query: string): Promise<{
    understood: UnderstoodQuery;
    ranked: FoundByRank[];
    /** For the quality `none`, the articles are only the nearest. */
    judged: AnswerJudgement;
  }>;
}

/** Makes the articles of a content folder searchable in one language, by the site's own way. */
export async function openArticleSearch(
  content: Pick<Content, 'dir' | 'articles' | 'categories' | 'site'>,
  locale: string,
): Promise<ArticleSearch> {
  const { files, articles } = await makeIndex(content, locale, () => '');
  const opened = await openIndex(locale, (name) => Promise.resolve(gunzipSync(files.get(name)!)));
  return {
    size: articles.length,
    async find(query) {
      const understood = await understandQuery(tidyQuery(query), opened);
      const ranked = worthListing(rankArticles(opened.index, understood));
      return {
        understood,
        judged: judgeAnswerIn(opened, understood),
        ranked: ranked.map(({ article, section, ...rest }) => {
          const { name, sections } = articles[article]!;
          const { id, title } = sections[section]!;
          return { ...rest, name, section: { id, title } };
        }),
      };
    },
  };
}
