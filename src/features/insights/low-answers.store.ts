import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { duringDays } from '#src/features/measures/scope.store.ts';
import type { Scope } from '#src/features/measures/scope.ts';
import type { SurveyKind, SurveyMoment } from '#src/features/surveys/survey.ts';

/** A low score, and what it was given for. */
export interface LowAnswer {
  kind: SurveyKind;
  score: number;
  moment: SurveyMoment;
  at: Date;
  locale: string;
  /** Where it can be read. */
  question: { id: number; title: string } | null;
  /** What staff find it by, until all that is personal is taken out of it. */
  reference: string | null;
}

/** The lowest scores of a scope's days: 1 and 2 of five, 1 to 3 of seven, the newest first. */
export async function listLowAnswers(
  db: Kysely<Database>,
  scope: Scope,
  most: number,
): Promise<LowAnswer[]> {
  const inLocale =
    scope.locale === undefined ? sql`` : sql` AND survey_answers.locale = ${scope.locale}`;
  const { rows } = await sql<LowAnswer>`
    SELECT kind, survey_answers.score, moment, survey_answers.created_at AS at, survey_answers.locale,
      CASE WHEN questions.id IS NOT NULL
        THEN jsonb_build_object('id', questions.id, 'title', questions.title) END AS question,
      contact_requests.reference
    FROM survey_answers
    LEFT JOIN questions ON questions.id = question_id
      AND questions.hidden_at IS NULL AND questions.deleted_at IS NULL
    LEFT JOIN contact_requests ON contact_requests.id = request_id AND erased_at IS NULL
    WHERE survey_answers.score <= CASE kind WHEN 'csat' THEN 2 ELSE 3 END
      AND ${duringDays('survey_answers.created_at', scope)}${inLocale}
    ORDER BY survey_answers.created_at DESC, survey_answers.id DESC
    LIMIT ${most}`.execute(db);
  return rows;
}
