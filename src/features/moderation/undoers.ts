import type { Kind } from './moderation-event.ts';
import type { Undoer } from './moderation-events.store.ts';
import { undoDecision } from './undo-decision.ts';
import { undoEdit } from './undo-edit.ts';
import { questionsOfRemoval, undoRemoveAll } from './undo-remove-all.ts';
import { questionsOfRepetition, undoRepetition } from './undo-repetition.ts';
import { undoLift, undoSanction } from './undo-sanction.ts';
import { undoState } from './undo-state.ts';

const ofState: Undoer = { undo: undoState };
const ofDecision: Undoer = { undo: undoDecision };
const ofSanction: Undoer = { undo: undoSanction };
const ofRepetition: Undoer = { alsoLocked: questionsOfRepetition, undo: undoRepetition };

/** How events are undone, by their kind; undefined for what cannot be. */
export const UNDOERS: Record<Kind, Undoer | undefined> = {
  lock: ofState,
  unlock: ofState,
  pin: ofState,
  unpin: ofState,
  hide: ofState,
  show: ofState,
  remove: ofState,
  restore: ofState,
  move: ofState,
  accept: ofState,
  withdraw: ofState,
  edit: { undo: undoEdit },
  duplicate: ofRepetition,
  merge: ofRepetition,
  keep: ofDecision,
  'hide-reviewed': ofDecision,
  refuse: ofDecision,
  warn: ofSanction,
  silence: ofSanction,
  suspend: ofSanction,
  lift: { undo: undoLift },
  'remove-all': { alsoLocked: questionsOfRemoval, undo: undoRemoveAll },
  // These wait in the queue, where a moderator decides.
  hold: undefined,
  'hide-flagged': undefined,
  // The deed is done again instead.
  undo: undefined,
};
