import type { FoundArticle } from './describe-article.ts';

/** One place of the list of results. */
export type Result<Question> =
  { kind: 'article'; article: FoundArticle } | { kind: 'question'; question: Question };

/** Articles and solved questions as one list, the best first; of equals, the article. */
export function mergeResults<Question extends { score: number }>(
  articles: FoundArticle[],
  questions: Question[],
): Result<Question>[] {
  const scoreOf = (one: Result<Question>) =>
    one.kind === 'article' ? one.article.score : one.question.score;
  return [
    ...articles.map((article) => ({ kind: 'article' as const, article })),
    ...questions.map((question) => ({ kind: 'question' as const, question })),
  ].toSorted((a, b) => scoreOf(b) - scoreOf(a));
}
