import { sql, type RawBuilder } from 'kysely';
import type { SurveyKind, SurveyMoment } from '#src/features/surveys/survey.ts';
import { duringDays } from './scope.store.ts';
import type { Scope } from './scope.ts';

/**
 * The scores that were given in a scope's days and language, one of each occasion.
 * @param moment all moments together when it is left out
 */
export function surveyScores(
  kind: SurveyKind,
  scope: Scope,
  moment: SurveyMoment | undefined,
): RawBuilder<unknown> {
  const inLocale = scope.locale === undefined ? sql`` : sql` AND locale = ${scope.locale}`;
  const atMoment = moment === undefined ? sql`` : sql` AND moment = ${moment}`;
  return sql`(
    SELECT score FROM survey_answers
    WHERE kind = ${kind} AND ${duringDays('created_at', scope)}${inLocale}${atMoment}
  )`;
}
