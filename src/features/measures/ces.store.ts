import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SurveyMoment } from '#src/features/surveys/survey.ts';
import type { Scores } from './csat.store.ts';
import type { Scope } from './scope.ts';
import { shareOf } from './share.ts';
import { surveyScores } from './survey-scores.store.ts';

/**
 * CES: of those who said how far they agree with "It was easy to get this solved", the share who
 * gave a 5, 6 or 7 of 7. Asked once, after a confirmed solution and when a contact request is
 * closed.
 *
 *     CES = answers of 5, 6 or 7 / all answers
 *
 * @param moment at which they were asked; both when it is left out
 */
export async function ces(
  db: Kysely<Database>,
  scope: Scope,
  moment?: SurveyMoment,
): Promise<Scores> {
  const { rows } = await sql<{ good: number; row: number[] }>`
    SELECT count(*) FILTER (WHERE score >= 5)::integer AS good,
      ARRAY[
        count(*) FILTER (WHERE score = 1), count(*) FILTER (WHERE score = 2),
        count(*) FILTER (WHERE score = 3), count(*) FILTER (WHERE score = 4),
        count(*) FILTER (WHERE score = 5), count(*) FILTER (WHERE score = 6),
        count(*) FILTER (WHERE score = 7)
      ]::integer[] AS row
    FROM ${surveyScores('ces', scope, moment)} AS given`.execute(db);
  const { good, row } = rows[0]!;
  return {
    good: shareOf(
      good,
      row.reduce((sum, count) => sum + count, 0),
    ),
    row,
  };
}
