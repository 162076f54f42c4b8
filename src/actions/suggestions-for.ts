import { similarQuestions } from '#src/features/community/similar-questions.ts';
import { questionPath } from '#src/features/community/question-address.ts';
import { statusOf, type QuestionStatus } from '#src/features/community/question.ts';
import type { Locales } from '#src/features/articles/address.ts';
import type { Piece } from '#src/features/search/passage.ts';
import { searchHelpCenter } from '#src/features/search/search-help-center.ts';
import { suggestArticles } from '#src/features/search/suggest-articles.ts';
import { database } from '#src/server/database.ts';

/** What may already answer a question. */
export interface Suggestions {
  articles: { title: string; url: string; sections: { title: string; url: string }[] }[];
  questions: { title: string; url: string; status: QuestionStatus }[];
}

/** Each word costs a search; the first ones of a title say what it is about. */
const MOST_WORDS = 8;

const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');

/** The words of a title without the short ones, which are in every article, if others are left. */
function wordsOf(title: string): string[] {
  const all = title.toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u);
  const long = all.filter((word) => word.length > 3);
  return (long.length > 0 ? long : all.filter(Boolean)).slice(0, MOST_WORDS);
}

/** Articles and questions like a question's title; no articles while the search is away. */
export async function suggestionsFor(
  site: Locales,
  locale: string,
  title: string,
): Promise<Suggestions> {
  const [articles, questions] = await Promise.all([
    suggestArticles((query) => searchHelpCenter(locale, { query }), wordsOf(title)).catch(() => []),
    similarQuestions(database(), title, locale),
  ]);
  return {
    articles: articles.map((article) => ({
      title: plain(article.title),
      url: article.url,
      sections: article.sections.map(({ title, url }) => ({ title: plain(title), url })),
    })),
    questions: questions.map((question) => ({
      title: question.title,
      url: questionPath(site, locale, question),
      status: statusOf(question),
    })),
  };
}
