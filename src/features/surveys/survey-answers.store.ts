import { sql, type Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SurveyKind, SurveyMoment } from './survey.ts';

/** Notes that somebody is asked on an occasion. @returns false when they were before */
export async function insertAsked(
  db: Kysely<Database>,
  occasion: string,
  now: Date,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    INSERT INTO surveys_asked (occasion, asked_at) VALUES (${occasion}, ${now})
    ON CONFLICT DO NOTHING`.execute(db);
  return numAffectedRows === 1n;
}

export interface NewSurveyAnswer {
  kind: SurveyKind;
  score: number;
  moment: SurveyMoment;
  occasion: string;
  questionId: number | undefined;
  requestId: number | undefined;
  visitor: string | undefined;
  locale: string;
}

/** Keeps answers, each in place of the one that was given on its occasion before. */
export async function upsertAnswers(
  db: Kysely<Database>,
  answers: NewSurveyAnswer[],
  now: Date,
): Promise<void> {
  await db
    .insertInto('survey_answers')
    .values(
      answers.map(({ questionId, requestId, visitor, ...answer }) => ({
        ...answer,
        question_id: questionId ?? null,
        request_id: requestId ?? null,
        visitor: visitor ?? null,
        created_at: now,
        updated_at: now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['kind', 'occasion']).doUpdateSet((row) => ({
        score: row.ref('excluded.score'),
        locale: row.ref('excluded.locale'),
        visitor: row.ref('excluded.visitor'),
        updated_at: now,
      })),
    )
    .execute();
}
