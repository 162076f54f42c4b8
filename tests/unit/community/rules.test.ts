import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#src/features/accounts/actor.ts';
import { mayDeleteAnswer } from '#src/features/community/answer.ts';
import { mayDeleteComment } from '#src/features/community/comment.ts';
import {
  mayAcceptAnswer,
  mayAnswer,
  mayAsk,
  mayDeleteQuestion,
  mayEdit,
  mayHaveSame,
  mayRead,
  mayReadHidden,
  mayRestore,
  mayVote,
  readTags,
  statusOf,
  type QuestionState,
} from '#src/features/community/question.ts';

const actor = (id: number, role: Role = 'member', isVerified = true): Actor => ({
  id,
  handle: `m${id}`,
  name: `M ${id}`,
  role,
  isVerified,
  silencedUntil: null,
  suspendedUntil: null,
});

const ASKER = 1;
const actors = {
  nobody: undefined,
  unverified: actor(2, 'member', false),
  asker: actor(ASKER),
  member: actor(3),
  author: actor(4, 'author'),
  moderator: actor(5, 'moderator'),
  admin: actor(6, 'admin'),
};

const question: QuestionState = {
  id: 10,
  authorId: ASKER,
  deletedAt: null,
  deletedById: null,
  hiddenAt: null,
  hiddenFor: null,
  lockedAt: null,
  duplicateOfId: null,
  answerCount: 0,
  acceptedAnswerId: null,
};
const now = new Date('2026-11-22T00:00:00Z');
const answered = { ...question, answerCount: 1 };
const locked = { ...question, lockedAt: now };
const duplicate = { ...question, duplicateOfId: 11 };
const hidden = { ...question, hiddenAt: now };
const held = { ...hidden, hiddenFor: 'held' } as const;
const flagged = { ...hidden, hiddenFor: 'flags' } as const;
const byModerator = { ...hidden, hiddenFor: 'moderator' } as const;
const gone = { deletedAt: now, deletedById: ASKER };
const deleted = { ...question, ...gone };
const takenDown = { ...question, deletedAt: now, deletedById: 5 };
const own = { ...question, id: 20, questionId: 10 };
const solved = { acceptedAnswerId: 20 };
const open = { acceptedAnswerId: null };

type Who = keyof typeof actors;
const signedIn: Who[] = ['asker', 'member', 'author', 'moderator', 'admin'];
const everybody = Object.keys(actors) as Who[];
const moderators: Who[] = ['moderator', 'admin'];

/** Each deed with those who may do it; all others may not. */
const deeds: [string, (who: Actor | undefined) => boolean, Who[]][] = [
  ['ask', mayAsk, signedIn],
  ['read a question', (who) => mayRead(who, question), everybody],
  ['read a hidden question', (who) => mayRead(who, hidden), moderators],
  ['read a question its asker deleted', (who) => mayRead(who, deleted), ['asker', ...moderators]],
  ['read a question that was taken down', (who) => mayRead(who, takenDown), moderators],
  ['answer', (who) => mayAnswer(who, question), signedIn],
  ['answer a locked question', (who) => mayAnswer(who, locked), []],
  ['answer a duplicate', (who) => mayAnswer(who, duplicate), []],
  ['accept below a duplicate', (who) => mayAcceptAnswer(who, duplicate), []],
  ['have the same question as a duplicate', (who) => mayHaveSame(who, duplicate), []],
  ['answer a deleted question', (who) => mayAnswer(who, deleted), []],
  ['accept an answer', (who) => mayAcceptAnswer(who, question), ['asker', ...moderators]],
  ['accept below a hidden question', (who) => mayAcceptAnswer(who, hidden), []],
  ['edit', (who) => mayEdit(who, question), ['asker', 'author', ...moderators]],
  ['edit what is held', (who) => mayEdit(who, held), ['asker', ...moderators]],
  ['edit what was flagged and is hidden', (who) => mayEdit(who, flagged), moderators],
  ['edit what a moderator hid', (who) => mayEdit(who, byModerator), []],
  ['edit what was held and is deleted', (who) => mayEdit(who, { ...held, ...gone }), []],
  ['read what stood in it unseen', (who) => mayReadHidden(who, question), ['asker', ...moderators]],
  ['edit what is deleted', (who) => mayEdit(who, deleted), []],
  ['vote', (who) => mayVote(who, question), ['member', 'author', ...moderators]],
  ['vote on what is hidden', (who) => mayVote(who, hidden), []],
  [
    'have the same question',
    (who) => mayHaveSame(who, question),
    ['member', 'author', ...moderators],
  ],
  ['delete a question', (who) => mayDeleteQuestion(who, question), ['asker']],
  ['delete an answered question', (who) => mayDeleteQuestion(who, answered), []],
  ['delete a deleted question', (who) => mayDeleteQuestion(who, deleted), []],
  ['restore what the asker deleted', (who) => mayRestore(who, deleted), ['asker']],
  ['restore what was taken down', (who) => mayRestore(who, takenDown), []],
  ['restore what is there', (who) => mayRestore(who, question), []],
  ['delete an answer', (who) => mayDeleteAnswer(who, own, open), ['asker']],
  ['delete an accepted answer', (who) => mayDeleteAnswer(who, own, solved), []],
  ['delete a comment', (who) => mayDeleteComment(who, own), ['asker']],
];

describe.each(deeds)('to %s', (_, may, allowed) => {
  test.each(everybody)('%s', (who) => {
    expect(may(actors[who])).toBe(allowed.includes(who));
  });
});

test('a question is open, answered or solved', () => {
  expect(statusOf(question)).toBe('open');
  expect(statusOf(answered)).toBe('answered');
  expect(statusOf({ ...answered, acceptedAnswerId: 20 })).toBe('solved');
});

test('tags are read as people type them, and refused when they have other signs', () => {
  expect(readTags(' Search, #mobile search ')).toEqual(['search', 'mobile']);
  expect(readTags('')).toEqual([]);
  expect(readTags('größe')).toBeUndefined();
  expect(readTags('-a')).toBeUndefined();
  expect(readTags('a'.repeat(31))).toBeUndefined();
});
