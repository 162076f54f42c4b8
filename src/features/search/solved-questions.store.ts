import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { PLANNED_ANEW } from '#src/server/preparing-client.ts';
import { candidates } from './found-questions.store.ts';

/** A solved question with the texts that tell how well it fits; the HTML is ours. */
export interface SolvedRow {
  id: number;
  title: string;
  locale: string;
  category: string;
  answerCount: number;
  createdAt: Date;
  html: string;
  answerHtml: string;
}

/** Much longer is what nobody reads in a list. */
const READ = 4_000;

/** Shown questions with an accepted answer that can be read, and with words, the best first. */
export async function listSolvedQuestions(
  db: Kysely<Database>,
  {
    terms,
    locale,
    category,
  }: {
    /** As PostgreSQL's `to_tsquery` takes them. */
    terms: string;
    locale: string;
    category: string | undefined;
  },
  limit: number,
): Promise<SolvedRow[]> {
  const words = { terms, isUnspaced: false, locales: [locale], state: 'solved' as const, category };
  const { rows } = await sql<SolvedRow>`${sql.raw(PLANNED_ANEW)}
    SELECT questions.id, title, questions.locale, category, answer_count AS "answerCount",
      questions.created_at AS "createdAt",
      left(questions.html, ${READ}) AS html, left(answers.html, ${READ}) AS "answerHtml"
    FROM (
      SELECT question_id, max(rank) AS rank
      FROM (${candidates('question', locale, words)} UNION ALL ${candidates('answer', locale, words)}) AS found
      GROUP BY question_id ORDER BY rank DESC, question_id DESC LIMIT ${limit}
    ) AS best
      JOIN questions ON questions.id = best.question_id
      JOIN answers ON answers.id = questions.accepted_answer_id
        AND answers.hidden_at IS NULL AND answers.deleted_at IS NULL
    ORDER BY rank DESC, questions.id DESC`.execute(db);
  return rows;
}
