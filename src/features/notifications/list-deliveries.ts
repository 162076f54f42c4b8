import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { listMails, type Delivery } from '#src/server/mails.ts';
import { mayManageMails } from './delivery.ts';

/** A mail without what it says: the links of others' accounts are nobody else's to open. */
export interface ListedDelivery {
  id: number;
  kind: string;
  recipient: string;
  createdAt: Date;
  delivery: Delivery;
  attempts: number;
  error: string | null;
}

/** Mails on one page. */
const SHOWN = 50;

/**
 * How far the latest mails have come, the newest first.
 * @param before id of a mail; only older ones
 * @returns with the id to go on before, if there are more
 * @throws NotSignedIn, NotAllowed
 */
export async function listDeliveries(
  db: Kysely<Database>,
  actor: Actor | undefined,
  before: number | undefined,
  now: Date,
): Promise<{ mails: ListedDelivery[]; next: number | undefined }> {
  permit(actor, mayManageMails(actor));
  const found = await listMails(db, { limit: SHOWN + 1, ...(before && { before }) }, now);
  const mails = found
    .slice(0, SHOWN)
    .map(({ id, kind, recipient, created_at: createdAt, delivery, attempts, error }) => ({
      id,
      kind,
      recipient,
      createdAt,
      delivery,
      attempts,
      error,
    }));
  return { mails, next: found.length > SHOWN ? mails.at(-1)?.id : undefined };
}
