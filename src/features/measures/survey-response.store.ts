import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SurveyKind, SurveyMoment } from '#src/features/surveys/survey.ts';
import { duringDays } from './scope.store.ts';
import type { Scope } from './scope.ts';
import { shareOf, type Share } from './share.ts';

/** How the occasions of a moment begin, where it is written down that somebody was asked. */
const ASKED: Partial<Record<SurveyMoment, string>> = {
  accepted: 'question-%',
  'contact-closed': 'request-%',
};

/**
 * Of those who were asked in the period, how many have answered by now.
 * @returns null where that is not known: a suggestion that solved it leads straight to the question,
 * and of whoever was asked no language is written down
 */
export async function surveyResponse(
  db: Kysely<Database>,
  kind: SurveyKind,
  scope: Scope,
  moment: SurveyMoment,
): Promise<Share | null> {
  const asked = ASKED[moment];
  if (asked === undefined || scope.locale !== undefined) return null;
  const { rows } = await sql<{ asked: number; answered: number }>`
    SELECT count(*)::integer AS asked, count(survey_answers.id)::integer AS answered
    FROM surveys_asked
    LEFT JOIN survey_answers
      ON survey_answers.occasion = surveys_asked.occasion AND kind = ${kind}
    WHERE surveys_asked.occasion LIKE ${asked} AND ${duringDays('asked_at', scope)}`.execute(db);
  const { asked: n, answered } = rows[0]!;
  return shareOf(answered, n);
}
