import { htmlText } from '#src/server/html-text.ts';
import type { QuestionPage, ShownAnswer } from './question-page.ts';
import { isShown } from './question.ts';

/** Answers that search engines are told of besides the accepted one. */
const ANSWERS_TOLD = 3;

/**
 * QAPage for search engines: the question with its accepted answer and the best of the others.
 * @param url the absolute address of the page
 * @see https://schema.org/QAPage
 */
export function questionStructuredData(
  { question, accepted, answers }: QuestionPage,
  url: string,
): object[] {
  // Those of a page further on are not.
  const best = answers.previous === undefined ? answers.rows : [];
  const describe = (answer: ShownAnswer) => ({
    '@type': 'Answer',
    text: htmlText(answer.html),
    upvoteCount: answer.score,
    datePublished: answer.createdAt.toISOString(),
    url: `${url}?answer=${answer.id}#answer-${answer.id}`,
    author: { '@type': 'Person', name: answer.author.name },
  });
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'QAPage',
      mainEntity: {
        '@type': 'Question',
        name: question.title,
        text: htmlText(question.html) || question.title,
        inLanguage: question.locale,
        answerCount: question.answerCount,
        upvoteCount: question.score,
        datePublished: question.createdAt.toISOString(),
        author: { '@type': 'Person', name: question.author.name },
        ...(accepted ? { acceptedAnswer: describe(accepted) } : {}),
        suggestedAnswer: best
          .filter((answer) => answer.id !== accepted?.id && isShown(answer))
          .slice(0, ANSWERS_TOLD)
          .map(describe),
      },
    },
  ];
}
