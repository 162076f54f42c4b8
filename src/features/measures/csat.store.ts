import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SurveyMoment } from '#src/features/surveys/survey.ts';
import type { Scope } from './scope.ts';
import { shareOf, type Share } from './share.ts';
import { surveyScores } from './survey-scores.store.ts';

/** What people answered to one question of a survey. */
export interface Scores {
  /** Of all answers, the good ones. */
  good: Share;
  /** How many gave each score, from 1 up. */
  row: number[];
}

/**
 * CSAT: of those who said how satisfied they are with the help they got, the share who gave a 4 or
 * a 5 of 5. Asked once, when somebody accepts an answer and when a contact request is closed.
 *
 *     CSAT = answers of 4 or 5 / all answers
 *
 * @param moment at which they were asked; both when it is left out
 */
export async function csat(
  db: Kysely<Database>,
  scope: Scope,
  moment?: SurveyMoment,
): Promise<Scores> {
  const { rows } = await sql<{ good: number; row: number[] }>`
    SELECT count(*) FILTER (WHERE score >= 4)::integer AS good,
      ARRAY[
        count(*) FILTER (WHERE score = 1), count(*) FILTER (WHERE score = 2),
        count(*) FILTER (WHERE score = 3), count(*) FILTER (WHERE score = 4),
        count(*) FILTER (WHERE score = 5)
      ]::integer[] AS row
    FROM ${surveyScores('csat', scope, moment)} AS given`.execute(db);
  const { good, row } = rows[0]!;
  return {
    good: shareOf(
      good,
      row.reduce((sum, count) => sum + count, 0),
    ),
    row,
  };
}
