import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { findAnswer } from './answers.store.ts';
import type { QuestionPage } from './question-page.ts';
import { quoted, quoteWanted } from './quote.ts';

/** What the form for answering begins with when the address asks to quote a text of the page. */
export async function readQuote(
  db: Kysely<Database>,
  { question, answers }: QuestionPage,
  wanted: string | null,
): Promise<string> {
  const quote = quoteWanted(wanted);
  if (!quote) return '';
  const { answerId } = quote;
  if (answerId === undefined) return quoted(question.body, question.author.handle ?? '');
  const answer = answers.rows.find(({ id }) => id === answerId);
  const text = answer && (await findAnswer(db, answerId));
  return text ? quoted(text.body, answer.author.handle ?? '') : '';
}
