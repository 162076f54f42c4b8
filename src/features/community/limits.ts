import type { Limit } from '#src/server/rate-limit.ts';

const MINUTE = 60;
const DAY = 86_400;

/** Nobody has two questions ready in so short a time. */
export const QUESTION_PAUSE: Limit = { name: 'question-pause', uses: 1, seconds: 20 };
export const QUESTIONS_PER_DAY: Limit = { name: 'question-day', uses: 5, seconds: DAY };
/** Of new members: enough for a real start, and little for who comes to spread links. */
export const QUESTIONS_ON_FIRST_DAY: Limit = { name: 'question-first-day', uses: 3, seconds: DAY };

/** Answers and comments together: both ask others to read. */
export const ANSWERS_PER_MINUTE: Limit = { name: 'answer-minute', uses: 4, seconds: MINUTE };
export const ANSWERS_PER_DAY: Limit = { name: 'answer-day', uses: 100, seconds: DAY };
export const ANSWERS_ON_FIRST_DAY: Limit = { name: 'answer-first-day', uses: 10, seconds: DAY };

export const VOTES_PER_MINUTE: Limit = { name: 'member-vote-minute', uses: 20, seconds: MINUTE };
export const VOTES_PER_DAY: Limit = { name: 'member-vote-day', uses: 200, seconds: DAY };

export const EDITS_PER_MINUTE: Limit = { name: 'edit-minute', uses: 10, seconds: MINUTE };

/** Whoever goes through a list and follows what is on it is still a person. */
export const FOLLOWS_PER_MINUTE: Limit = { name: 'follow-minute', uses: 30, seconds: MINUTE };

/** A browser keeps what is typed every few seconds, in several tabs perhaps. */
export const DRAFTS_PER_MINUTE: Limit = { name: 'draft-minute', uses: 60, seconds: MINUTE };

/** A draft of somebody who is not signed in is kept for them only when they go to sign in. */
export const PARKED_PER_NETWORK: Limit = { name: 'parked-network', uses: 30, seconds: 3600 };

/** Looking at how a text will look, after every pause in typing. */
export const PREVIEWS_PER_WRITER: Limit = { name: 'preview-writer', uses: 90, seconds: MINUTE };

/** Suggestions and names while somebody types; an office shares the address. */
export const LOOKUPS_PER_VISITOR: Limit = { name: 'lookup-visitor', uses: 120, seconds: MINUTE };
