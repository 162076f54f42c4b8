import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { ces } from '#src/features/measures/ces.store.ts';
import { csat, type Scores } from '#src/features/measures/csat.store.ts';
import { before, type Scope } from '#src/features/measures/scope.ts';
import type { Share } from '#src/features/measures/share.ts';
import { surveyResponse } from '#src/features/measures/survey-response.store.ts';
import {
  KINDS,
  MOMENTS,
  type SurveyKind,
  type SurveyMoment,
} from '#src/features/surveys/survey.ts';
import { listLowAnswers, type LowAnswer } from './low-answers.store.ts';

const SCORES = { csat, ces } as const;

/** More are in the exported table; whoever has so many has other work to do first. */
const LOW_ANSWERS_SHOWN = 100;

/** What was answered at one of the moments at which people are asked. */
export interface MomentScores extends Scores {
  moment: SurveyMoment;
  /** Of those who were asked; null where that is not known. */
  answered: Share | null;
}

export interface SurveyReport {
  kind: SurveyKind;
  all: Scores;
  /** In the same number of days before. */
  before: Scores;
  moments: MomentScores[];
}

export interface Satisfaction {
  surveys: SurveyReport[];
  low: LowAnswer[];
}

/** The moments at which something is asked. */
const momentsOf = (kind: SurveyKind): SurveyMoment[] =>
  (Object.keys(MOMENTS) as SurveyMoment[]).filter((moment) =>
    (MOMENTS[moment] as readonly SurveyKind[]).includes(kind),
  );

/** What people said when they were asked how it was. */
export async function readSatisfaction(db: Kysely<Database>, scope: Scope): Promise<Satisfaction> {
  const surveyOf = async (kind: SurveyKind): Promise<SurveyReport> => {
    const momentOf = async (moment: SurveyMoment): Promise<MomentScores> => ({
      moment,
      ...(await SCORES[kind](db, scope, moment)),
      answered: await surveyResponse(db, kind, scope, moment),
    });
    const [all, earlier, moments] = await Promise.all([
      SCORES[kind](db, scope),
      SCORES[kind](db, before(scope)),
      Promise.all(momentsOf(kind).map(momentOf)),
    ]);
    return { kind, all, before: earlier, moments };
  };
  const [surveys, low] = await Promise.all([
    Promise.all(KINDS.map(surveyOf)),
    listLowAnswers(db, scope, LOW_ANSWERS_SHOWN),
  ]);
  return { surveys, low };
}
