import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '#src/features/accounts/actor.ts';
import {
  mayModerate,
  mayReadLog,
  mayUndo,
  type Kind,
} from '#src/features/moderation/moderation-event.ts';
import {
  movedOn,
  STATE_DEEDS,
  STATE_RULES,
  type WritingState,
} from '#src/features/moderation/writing-state.ts';

const now = new Date('2026-11-22T12:00:00Z');
const actor = (role: Role, more: Partial<Actor> = {}): Actor => ({
  id: 1,
  handle: 'm1',
  name: 'M 1',
  role,
  isVerified: true,
  silencedUntil: null,
  suspendedUntil: null,
  ...more,
});

const actors = {
  nobody: undefined,
  member: actor('member'),
  author: actor('author'),
  moderator: actor('moderator'),
  admin: actor('admin'),
  unverified: actor('moderator', { isVerified: false }),
  silenced: actor('moderator', { silencedUntil: now }),
  suspended: actor('moderator', { suspendedUntil: now }),
};
type Who = keyof typeof actors;
const event = (kind: Kind, undoneAt: Date | null = null) => ({ kind, undoneAt });

const deeds: [string, (who: Actor | undefined) => boolean, Who[]][] = [
  ['moderate', mayModerate, ['moderator', 'admin']],
  ['read the log', mayReadLog, ['moderator', 'admin', 'unverified', 'silenced', 'suspended']],
  ['undo', (who) => mayUndo(who, event('lock')), ['moderator', 'admin']],
  ['undo what is undone', (who) => mayUndo(who, event('lock', now)), []],
  ['undo an undoing', (who) => mayUndo(who, event('undo')), []],
];

describe.each(deeds)('to %s', (_, may, allowed) => {
  test.each(Object.keys(actors) as Who[])('%s', (who) => {
    expect(may(actors[who])).toBe(allowed.includes(who));
  });
});

const plain: WritingState = {
  hiddenAt: null,
  hiddenFor: null,
  deletedAt: null,
  deletedById: null,
  lockedAt: null,
  pinnedAt: null,
  category: 'using',
  acceptance: null,
};
const states: [string, Partial<WritingState>, string[]][] = [
  ['plain', {}, ['lock', 'pin', 'hide', 'remove']],
  ['locked', { lockedAt: now }, ['unlock', 'pin', 'hide', 'remove']],
  ['pinned', { pinnedAt: now }, ['lock', 'unpin', 'hide', 'remove']],
  ['hidden', { hiddenAt: now, hiddenFor: 'moderator' }, ['lock', 'show', 'remove']],
  ['held', { hiddenAt: now, hiddenFor: 'held' }, ['lock', 'remove']],
  ['flagged', { hiddenAt: now, hiddenFor: 'flags' }, ['lock', 'remove']],
  ['deleted', { deletedAt: now, deletedById: 1 }, ['lock', 'restore']],
];

test.each(states)('what is %s can become something else', (_, state, fitting) => {
  const whole = { ...plain, ...state };
  expect(STATE_DEEDS.filter((deed) => STATE_RULES[deed].fits(whole))).toEqual(fitting);
});

test.each(STATE_DEEDS)('%s leaves nothing to do for itself', (deed) => {
  const before = states
    .map(([, state]) => ({ ...plain, ...state }))
    .find((state) => STATE_RULES[deed].fits(state));
  const after = { ...before!, ...STATE_RULES[deed].sets({ byId: 1, now }) };
  expect(STATE_RULES[deed].fits(after)).toBe(false);
});

test('a state that went through the log is still the same', () => {
  const acceptance = { answerId: 5, byId: 1, at: now };
  const state = { ...plain, lockedAt: now, acceptance };
  const kept = { at: now.toISOString(), answerId: 5, byId: 1 } as unknown as typeof acceptance;
  const logged = { lockedAt: now.toISOString() as unknown as Date, acceptance: kept };
  expect(movedOn(state, logged)).toEqual([]);
  expect(movedOn({ ...state, acceptance: { ...acceptance, answerId: 6 } }, logged)).toEqual([
    'acceptance',
  ]);
  expect(movedOn({ ...state, lockedAt: null }, logged)).toEqual(['lockedAt']);
});
