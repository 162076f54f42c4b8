import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { pageOf, type Page, type Span } from '#src/features/community/list-cursor.ts';
import { permit } from '#src/features/community/permitted.ts';
import { readId } from '#src/features/community/question-address.ts';
import { KINDS, mayReadLog } from './moderation-event.ts';
import { listEvents, type ListedEvent, type LogFilter } from './moderation-events.store.ts';

/** Events on one page. */
const LOG_SIZE = 30;

/** The part of the log that an address asks for; what it cannot mean is left out. */
export function readLogFilter(query: URLSearchParams): LogFilter {
  const asked = (name: string) => query.get(name)?.trim().replace(/^@/, '') || undefined;
  return {
    kind: KINDS.find((kind) => kind === query.get('kind')),
    by: asked('by'),
    member: asked('member'),
    question: readId(asked('question')),
  };
}

/**
 * A page of what staff did, the latest first.
 * @throws NotSignedIn, NotAllowed
 */
export async function readLog(
  db: Kysely<Database>,
  actor: Actor | undefined,
  filter: LogFilter,
  span: Span,
): Promise<Page<ListedEvent>> {
  permit(actor, mayReadLog(actor));
  const found = await listEvents(db, filter, span, LOG_SIZE + 1);
  return pageOf(found, LOG_SIZE, span, ({ id }) => ({ value: 0, id }));
}
