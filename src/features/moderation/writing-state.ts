/** The nouns that members write. */
export const WRITTEN = ['question', 'answer', 'comment'] as const;

export type Written = (typeof WRITTEN)[number];

/** Which answer a question's asker or staff has chosen. */
export interface Acceptance {
  answerId: number;
  byId: number | null;
  at: Date;
}

/** What staff can change of a text besides its words; the last four are a question's. */
export interface WritingState {
  hiddenAt: Date | null;
  hiddenFor: 'held' | 'flags' | 'moderator' | null;
  deletedAt: Date | null;
  deletedById: number | null;
  lockedAt: Date | null;
  pinnedAt: Date | null;
  category: string | null;
  /** The question's, also when it is an answer's state. */
  acceptance: Acceptance | null;
}

/** What tells which deeds there are to do. */
export type Changeable = Pick<
  WritingState,
  'hiddenAt' | 'hiddenFor' | 'deletedAt' | 'lockedAt' | 'pinnedAt'
>;

/** The deeds that change a state, and nothing else. */
export const STATE_DEEDS = [
  'lock',
  'unlock',
  'pin',
  'unpin',
  'hide',
  'show',
  'remove',
  'restore',
] as const;

export type StateDeed = (typeof STATE_DEEDS)[number];

interface Rule {
  /** Questions only, where all others are of everything that members write. */
  ofQuestions?: true;
  /** The author is owed a reason. */
  needsReason?: true;
  /** Whether there is anything to do. */
  fits(state: Changeable): boolean;
  sets(by: { byId: number; now: Date }): Partial<WritingState>;
}

/** Whether everybody can read it. */
export const isVisible = ({
  hiddenAt,
  deletedAt,
}: Pick<Changeable, 'hiddenAt' | 'deletedAt'>): boolean => hiddenAt === null && deletedAt === null;

export const STATE_RULES: Record<StateDeed, Rule> = {
  lock: {
    ofQuestions: true,
    fits: ({ lockedAt }) => lockedAt === null,
    sets: ({ now }) => ({ lockedAt: now }),
  },
  unlock: {
    ofQuestions: true,
    fits: ({ lockedAt }) => lockedAt !== null,
    sets: () => ({ lockedAt: null }),
  },
  pin: {
    ofQuestions: true,
    fits: (state) => state.pinnedAt === null && isVisible(state),
    sets: ({ now }) => ({ pinnedAt: now }),
  },
  unpin: {
    ofQuestions: true,
    fits: ({ pinnedAt }) => pinnedAt !== null,
    sets: () => ({ pinnedAt: null }),
  },
  hide: {
    needsReason: true,
    fits: isVisible,
    sets: ({ now }) => ({ hiddenAt: now, hiddenFor: 'moderator' }),
  },
  show: {
    // What is held or flagged waits in the queue.
    fits: ({ hiddenFor }) => hiddenFor === 'moderator',
    sets: () => ({ hiddenAt: null, hiddenFor: null }),
  },
  remove: {
    needsReason: true,
    fits: ({ deletedAt }) => deletedAt === null,
    sets: ({ byId, now }) => ({ deletedAt: now, deletedById: byId }),
  },
  restore: {
    needsReason: true,
    fits: ({ deletedAt }) => deletedAt !== null,
    sets: () => ({ deletedAt: null, deletedById: null }),
  },
};

/** A state before a deed and after it, of what the deed changed. */
export interface StateChange {
  was: Partial<WritingState>;
  is: Partial<WritingState>;
}

// The log gives times as texts, and the parts of an acceptance in another order.
const asText = (value: unknown) => JSON.stringify(value ?? null, ['answerId', 'byId', 'at']);

/** What of `state` differs from what a deed had left, by the names of `is`. */
export const movedOn = (state: WritingState, is: Partial<WritingState>): string[] =>
  Object.entries(is)
    .filter(([name, value]) => asText(state[name as keyof WritingState]) !== asText(value))
    .map(([name]) => name);
