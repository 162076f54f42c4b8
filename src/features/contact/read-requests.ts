import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { pageOf, type Page, type Span } from '#src/features/community/list-cursor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { mayHandleRequests, type RequestState } from './contact-request.ts';
import { listRequests, type ListedRequest } from './request-list.store.ts';

/** Requests on one page. */
const SHOWN = 30;

/**
 * A page of what customers wrote to the company, the newest first.
 * @param state undefined for all
 * @throws NotSignedIn, NotAllowed
 */
export async function readRequests(
  db: Kysely<Database>,
  actor: Actor | undefined,
  state: RequestState | undefined,
  span: Span,
): Promise<Page<ListedRequest>> {
  permit(actor, mayHandleRequests(actor));
  const found = await listRequests(db, state, span, SHOWN + 1);
  return pageOf(found, SHOWN, span, ({ createdAt, id }) => ({ value: createdAt.getTime(), id }));
}
