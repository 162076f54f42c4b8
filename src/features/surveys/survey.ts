/**
 * What is asked: `csat`, how satisfied somebody is with the answer, and `ces`, how easy it was to
 * get there.
 */
export const KINDS = ['csat', 'ces'] as const;

export type SurveyKind = (typeof KINDS)[number];

/** The highest score of each; the lowest is 1. */
const MOST: Record<SurveyKind, number> = { csat: 5, ces: 7 };

/** The only moments at which anybody is asked, with what they are asked then. */
export const MOMENTS = {
  /** The asker accepted an answer. */
  accepted: ['csat'],
  /** A contact request was closed. */
  'contact-closed': ['csat', 'ces'],
  /** A suggestion on a form was the solution. */
  solved: ['ces'],
} as const satisfies Record<string, readonly SurveyKind[]>;

export type SurveyMoment = keyof typeof MOMENTS;

/** What somebody gave, by what was asked. */
export type Scores = Partial<Record<SurveyKind, number>>;

/** All scores that there are, from the lowest. */
export const scoresOf = (kind: SurveyKind): number[] =>
  Array.from({ length: MOST[kind] }, (_, at) => at + 1);

/** A score as an address or a form gives it. @returns undefined when there is no such one */
export function readScore(kind: SurveyKind, text: string | null | undefined): number | undefined {
  const score = /^[1-9]$/.test(text ?? '') ? Number(text) : undefined;
  return score !== undefined && score <= MOST[kind] ? score : undefined;
}
