import type { QuestionPage } from './question-page.ts';
import { quoted, quoteWanted } from './quote.ts';

/** What the form for answering begins with when the address asks to quote a text of the page. */
export function quoteOf({ question, answers }: QuestionPage, wanted: string | null): string {
  const quote = quoteWanted(wanted);
  if (!quote) return '';
  const { answerId } = quote;
  const text = answerId === undefined ? question : answers.rows.find(({ id }) => id === answerId);
  return text ? quoted(text.body, text.author.handle ?? '') : '';
}
