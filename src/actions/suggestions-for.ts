import { similarQuestions } from '#src/features/community/similar-questions.ts';
import { questionPath } from '#src/features/community/question-address.ts';
import { statusOf, type QuestionStatus } from '#src/features/community/question.ts';
import type { Locales } from '#src/features/articles/address.ts';
import type { Piece } from '#src/features/search/passage.ts';
import { searchHelpCenter } from '#src/features/search/search-help-center.ts';
import { suggestArticles, suggestionQuery } from '#src/features/search/suggest-articles.ts';
import { database } from '#src/server/database.ts';

/** A question that may already have the answer. */
export interface SuggestedQuestion {
  id: number;
  title: string;
  url: string;
  status: QuestionStatus;
}

/** What may already answer a question. */
export interface Suggestions {
  articles: { title: string; url: string; sections: { title: string; url: string }[] }[];
  questions: SuggestedQuestion[];
}

const plain = (pieces: Piece[]) => pieces.map(({ text }) => text).join('');

/** Questions like one that is being typed. */
export async function suggestedQuestions(
  site: Locales,
  locale: string,
  typed: { title: string; body: string },
): Promise<SuggestedQuestion[]> {
  const found = await similarQuestions(database(), typed, locale);
  return found.map((question) => ({
    id: question.id,
    title: question.title,
    url: questionPath(site, locale, question),
    status: statusOf(question),
  }));
}

/** Articles and questions like one that was typed; no articles while the search is away. */
export async function suggestionsFor(
  site: Locales,
  locale: string,
  typed: { title: string; body: string },
): Promise<Suggestions> {
  const [articles, questions] = await Promise.all([
    suggestArticles(
      (request) => searchHelpCenter(locale, request),
      suggestionQuery(typed.title, typed.body),
    ).catch(() => []),
    suggestedQuestions(site, locale, typed),
  ]);
  return {
    articles: articles.map((article) => ({
      title: plain(article.title),
      url: article.url,
      sections: article.sections.map(({ title, url }) => ({ title: plain(title), url })),
    })),
    questions,
  };
}
