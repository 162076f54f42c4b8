import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Span } from '#src/features/community/list-cursor.ts';
import type { RequestState } from './contact-request.ts';

/** A request as the list of staff shows it. */
export interface ListedRequest {
  id: number;
  reference: string;
  state: RequestState;
  name: string;
  subject: string;
  createdAt: Date;
  isErased: boolean;
  /** Whether it has not reached the help desk on some way, after an attempt. */
  isStuck: boolean;
}

/** Requests in a state, the newest first; in the direction of `span`, one more than the page has. */
export async function listRequests(
  db: Kysely<Database>,
  state: RequestState | undefined,
  { after, before }: Span,
  limit: number,
): Promise<ListedRequest[]> {
  const backwards = after === undefined && before !== undefined;
  const place = after ?? before;
  const rows = await db
    .selectFrom('contact_requests')
    .select((row) => [
      'id',
      'reference',
      'state',
      'name',
      'subject',
      'created_at',
      'erased_at',
      row
        .exists(
          row
            .selectFrom('contact_deliveries')
            .select('contact_deliveries.id')
            .whereRef('request_id', '=', 'contact_requests.id')
            .where('delivered_at', 'is', null)
            .where('error', 'is not', null),
        )
        .as('is_stuck'),
    ])
    .$if(state !== undefined, (query) => query.where('state', '=', state!))
    .$if(place !== undefined, (query) =>
      query.where((row) => {
        const sides = row.refTuple('created_at', 'id');
        const there = row.tuple(new Date(place!.value), place!.id);
        return row(sides, backwards ? '>' : '<', there);
      }),
    )
    .orderBy('created_at', backwards ? 'asc' : 'desc')
    .orderBy('id', backwards ? 'asc' : 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ created_at, erased_at, is_stuck, ...row }) => ({
    ...row,
    createdAt: created_at,
    isErased: erased_at !== null,
    isStuck: Boolean(is_stuck),
  }));
}
