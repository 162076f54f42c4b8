import type { OnPosted } from './revisions.store.ts';

/** How a text comes onto its page. */
export interface Admission {
  /** Whether it waits for a moderator: nobody is told of it, and it counts for nothing. */
  isHeld: boolean;
  /** Seconds that are left of its writer's first day as a member, in which limits are narrower. */
  firstDayLeft: number;
  /** Is told of the text in its transaction, and hides what is held. */
  record: OnPosted;
}

/** At once, as staff's texts do. */
export const AT_ONCE: Admission = { isHeld: false, firstDayLeft: 0, record: async () => {} };
