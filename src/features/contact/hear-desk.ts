import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '#db/schema.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { REFERENCE } from './contact-request.ts';
import { insertCall } from './desk-calls.store.ts';
import { moveRequest, type Letterhead } from './move-request.ts';

/** What the help desk says of a request. */
const word = z.object({
  reference: z.string().regex(REFERENCE),
  state: z.enum(['answered', 'closed']),
});

/** Characters; longer ones would not fit into the index by which they are found again. */
const LONGEST_ID = 200;

const EXPECTED = 'expected {"reference": "HM-…", "state": "answered" or "closed"}';

/**
 * Does what the help desk says, whose signature has been checked. A message that comes again, by
 * its id, changes nothing.
 * @param message.id as the help desk gave it
 * @param message.body JSON
 * @throws InvalidInput, NotFound
 */
export async function hearDesk(
  db: Kysely<Database>,
  { id, body }: { id: string; body: string },
  letterhead: Letterhead,
  now: Date,
): Promise<void> {
  const { data, error } = word.safeParse(parsed(body));
  if (error || id.length > LONGEST_ID) throw new InvalidInput({ body: EXPECTED });
  const { reference, state } = data;
  await db.transaction().execute(async (trx) => {
    if (!(await insertCall(trx, id, now))) return;
    await moveRequest(trx, reference, { state, byId: undefined }, letterhead, now);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
