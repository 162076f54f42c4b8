import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { listRemovedTexts, type RemovedText } from './member-records.store.ts';
import type { Sanction } from './sanction.ts';
import { listSanctions } from './sanctions.store.ts';

const SHOWN = 20;
const DAYS = 90;

/** What moderators have to say to a member. */
export interface Told {
  /** Not lifted; the latest first. */
  sanctions: Sanction[];
  removed: RemovedText[];
}

/** What a member reads on their account page of what moderators decided in the last months. */
export async function readTold(db: Kysely<Database>, actor: Actor, now: Date): Promise<Told> {
  const since = new Date(now.getTime() - DAYS * 86_400_000);
  const [sanctions, removed] = await Promise.all([
    listSanctions(db, actor.id, SHOWN),
    listRemovedTexts(db, actor.id, since, SHOWN),
  ]);
  const isOf = ({ createdAt, endsAt, liftedAt }: Sanction) =>
    liftedAt === null && (createdAt > since || (endsAt !== null && endsAt > now));
  return { sanctions: sanctions.filter(isOf), removed };
}
