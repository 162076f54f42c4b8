import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { InvalidInput, NotFound } from '#src/server/errors.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import type { Visitor } from '#src/server/visitor.ts';
import { ANSWERS_PER_NETWORK, ANSWERS_PER_VISITOR } from './limits.ts';
import { asksOn, occasionName, type Occasion } from './occasion.ts';
import { upsertAnswers } from './survey-answers.store.ts';
import { readScore } from './survey.ts';

/** Who answers, and on which page. */
export interface Respondent {
  visitor: Visitor;
  /** Asks not to be counted: what they say here counts, under no code. */
  isPrivate: boolean;
  locale: string;
}

/**
 * Keeps what somebody says of an occasion, in place of what they said of it before. What is not
 * asked on that occasion is not kept.
 * @param occasion undefined when nobody was asked by what came along
 * @param typed scores by what was asked, as the form has them
 * @throws NotFound, InvalidInput when there is no score, TooMany
 */
export async function answerSurvey(
  db: Kysely<Database>,
  occasion: Occasion | undefined,
  typed: { csat?: string | undefined; ces?: string | undefined },
  { visitor, isPrivate, locale }: Respondent,
  now: Date,
): Promise<void> {
  if (!occasion) throw new NotFound();
  const answers = asksOn(occasion).flatMap((kind) => {
    const score = readScore(kind, typed[kind]);
    return score === undefined ? [] : [{ kind, score }];
  });
  if (answers.length === 0) {
    throw new InvalidInput({ score: messagesFor(locale).surveys.chooseOne });
  }
  await useLimits(db, [
    [ANSWERS_PER_VISITOR, visitor.code],
    [ANSWERS_PER_NETWORK, visitor.network],
  ]);
  const { moment } = occasion;
  const about = {
    moment,
    occasion: occasionName(occasion),
    questionId: 'questionId' in occasion ? occasion.questionId : undefined,
    requestId: 'requestId' in occasion ? occasion.requestId : undefined,
    visitor: isPrivate ? undefined : visitor.code,
    locale,
  };
  await upsertAnswers(
    db,
    answers.map((answer) => ({ ...answer, ...about })),
    now,
  );
}
