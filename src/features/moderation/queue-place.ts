import type { Place } from '#src/features/community/list-cursor.ts';
import type { ReviewItem } from './review-item.ts';

/** First posts stand behind all else: to the milliseconds at which they came in, this is added. */
const FIRST_POSTS = 5_000_000_000_000;

/** What the queue goes by. */
export interface QueueKey {
  isFirstPost: boolean;
  openedAt: Date;
  id: number;
}

/** Where an item stands in the queue, as an address can say it. */
export const placeInQueue = ({
  id,
  kind,
  openedAt,
}: Pick<ReviewItem, 'id' | 'kind' | 'openedAt'>): Place => ({
  value: openedAt.getTime() + (kind === 'first-post' ? FIRST_POSTS : 0),
  id,
});

export const keyInQueue = ({ value, id }: Place): QueueKey => ({
  isFirstPost: value >= FIRST_POSTS,
  openedAt: new Date(value % FIRST_POSTS),
  id,
});
