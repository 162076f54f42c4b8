import type { Limit } from '#src/server/rate-limit.ts';

const MINUTE = 60;
const DAY = 86_400;

/** Nobody has two questions ready in so short a time. */
export const QUESTION_PAUSE: Limit = { name: 'question-pause', uses: 1, seconds: 20 };
export const QUESTIONS_PER_DAY: Limit = { name: 'question-day', uses: 5, seconds: DAY };

/** Answers and comments together: both ask others to read. */
export const ANSWERS_PER_MINUTE: Limit = { name: 'answer-minute', uses: 4, seconds: MINUTE };
export const ANSWERS_PER_DAY: Limit = { name: 'answer-day', uses: 100, seconds: DAY };

export const VOTES_PER_MINUTE: Limit = { name: 'member-vote-minute', uses: 20, seconds: MINUTE };
export const VOTES_PER_DAY: Limit = { name: 'member-vote-day', uses: 200, seconds: DAY };

export const EDITS_PER_MINUTE: Limit = { name: 'edit-minute', uses: 10, seconds: MINUTE };
