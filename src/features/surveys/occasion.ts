import type { Env } from '#src/server/env.ts';
import { readSigned, sign } from '#src/server/secret.ts';
import { MOMENTS, type SurveyMoment } from './survey.ts';

type Keyed = Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>;

/** What one may be asked about, once. */
export type Occasion =
  | { moment: 'accepted'; questionId: number }
  | { moment: 'contact-closed'; requestId: number }
  /** `solution` tells one solution from another: nobody can make many of one. */
  | { moment: 'solved'; solution: string; questionId: number | undefined };

const PURPOSE = 'survey';

/** What an occasion is called in the database. */
export function occasionName(occasion: Occasion): string {
  if (occasion.moment === 'accepted') return `question-${occasion.questionId}`;
  if (occasion.moment === 'contact-closed') return `request-${occasion.requestId}`;
  return `solved-${occasion.solution}`;
}

/** An occasion as forms and addresses carry it: nobody else can make one. */
export function writeOccasion(env: Keyed, occasion: Occasion): string {
  return sign(env, PURPOSE, JSON.stringify(occasion));
}

/** @returns undefined when we have asked nobody by it */
export function readOccasion(env: Keyed, signed: string | null | undefined): Occasion | undefined {
  const text = signed ? readSigned(env, PURPOSE, signed) : undefined;
  return text === undefined ? undefined : (JSON.parse(text) as Occasion);
}

/** What is asked on an occasion. */
export const asksOn = ({ moment }: { moment: SurveyMoment }) => MOMENTS[moment];
