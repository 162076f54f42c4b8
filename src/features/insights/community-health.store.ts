import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { questionWaits } from '#src/features/measures/question-waits.store.ts';
import { duringDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';

/** Questions that can be read, in a scope's language and on its shelf. */
const shown = ({ locale, category }: Scope) => {
  const inLocale = locale === undefined ? sql`` : sql` AND questions.locale = ${locale}`;
  const onShelf = category === undefined ? sql`` : sql` AND questions.category = ${category}`;
  return sql`questions.hidden_at IS NULL AND questions.deleted_at IS NULL
    AND questions.duplicate_of_id IS NULL${inLocale}${onShelf}`;
};

/** Answers that can be read, by somebody else than the asker, in a scope's days. */
const answersByOthers = (scope: Scope) => sql`
  answers JOIN questions ON questions.id = answers.question_id
  WHERE ${duringDays('answers.created_at', scope)} AND ${shown(scope)}
    AND answers.hidden_at IS NULL AND answers.deleted_at IS NULL
    AND answers.author_id <> questions.author_id`;

export interface CommunityWeek {
  /** Monday, yyyy-mm-dd. */
  week: string;
  questions: number;
  answers: number;
}

/** What was asked and answered, week by week; weeks without either are left out. */
export async function listCommunityWeeks(
  db: Kysely<Database>,
  scope: Scope,
): Promise<CommunityWeek[]> {
  const week = (column: string) =>
    sql`to_char(date_trunc('week', ${sql.ref(column)} AT TIME ZONE 'UTC'), 'YYYY-MM-DD')`;
  const { rows } = await sql<CommunityWeek>`
    SELECT week, sum(questions)::integer AS questions, sum(answers)::integer AS answers
    FROM (
      SELECT ${week('questions.created_at')} AS week, 1 AS questions, 0 AS answers FROM questions
      WHERE ${duringDays('questions.created_at', scope)} AND ${shown(scope)}
      UNION ALL
      SELECT ${week('answers.created_at')}, 0, 1 FROM ${answersByOthers(scope)}
    ) AS written
    GROUP BY week ORDER BY week`.execute(db);
  return rows;
}

export interface UnansweredQuestion {
  id: number;
  title: string;
  locale: string;
  category: string;
  createdAt: Date;
  /** Members who have it: the asker, and those who said so. */
  people: number;
}

/** Questions without any answer, the oldest first, whenever they were asked. */
export async function listUnanswered(
  db: Kysely<Database>,
  scope: Scope,
  most: number,
): Promise<{ rows: UnansweredQuestion[]; count: number }> {
  const open = sql`FROM questions WHERE answer_count = 0 AND ${shown(scope)}`;
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<UnansweredQuestion>`
      SELECT id, title, locale, category, created_at AS "createdAt", 1 + same_count AS people
      ${open} ORDER BY created_at, id LIMIT ${most}`.execute(db),
    sql<{ count: number }>`SELECT count(*)::integer AS count ${open}`.execute(db),
  ]);
  return { rows, count: counted[0]!.count };
}

export interface Answerer {
  handle: string;
  name: string;
  avatar: string | null;
  answers: number;
  /** Of them, those that are accepted. */
  accepted: number;
}

/** Who answers others, those with most answers first; former members are in no list. */
export async function listAnswerers(
  db: Kysely<Database>,
  scope: Scope,
  most: number,
): Promise<Answerer[]> {
  const { rows } = await sql<Answerer>`
    SELECT handle, name, avatar, answers, accepted
    FROM (
      SELECT answers.author_id AS id, count(*)::integer AS answers,
        count(*) FILTER (WHERE accepted_answer_id = answers.id)::integer AS accepted
      FROM ${answersByOthers(scope)}
      GROUP BY answers.author_id
    ) AS counted
    JOIN members USING (id)
    WHERE deleted_at IS NULL
    ORDER BY answers DESC, accepted DESC, id
    LIMIT ${most}`.execute(db);
  return rows;
}

export interface CategoryHealth {
  category: string;
  asked: number;
  answered: number;
  /** Of them, by the first answer. */
  resolved: number;
}

/** How the questions of each shelf fared that were asked in a scope's days. */
export async function listCategoryHealth(
  db: Kysely<Database>,
  scope: Scope,
  now: Date,
): Promise<CategoryHealth[]> {
  const { rows } = await sql<CategoryHealth>`
    SELECT category, count(*)::integer AS asked, count(answered_at)::integer AS answered,
      count(*) FILTER (WHERE is_first_accepted)::integer AS resolved
    FROM ${questionWaits(scope, now)} AS waits JOIN questions USING (id)
    GROUP BY category ORDER BY count(*) DESC, category`.execute(db);
  return rows;
}
