import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Decision } from '#src/features/community/announce-decision.ts';
import { onlyMember } from './audiences.store.ts';
import { insertNotifications } from './notifications.store.ts';

/** Tells a member of a moderator's decision about them or what they wrote. May be done twice. */
export async function tellDecision(
  db: Kysely<Database>,
  { key, memberId, ...decision }: Decision,
  now: Date,
): Promise<void> {
  const occurrence = { ...decision, event: `decision-${key}`, kind: 'decision' } as const;
  await insertNotifications(db, onlyMember(memberId), occurrence, now);
}
