import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

const HOUR = 3_600_000;

interface SeedRequest {
  reference: string;
  /** Handle of a member, or the name of somebody without an account. */
  by: { member: string } | { name: string; email: string };
  subject: string;
  message: string;
  category: string;
  searched?: string;
  daysAgo: number;
  answeredAfter?: number;
  closedAfter?: number;
  /** What its sender said in the end. */
  said?: { csat: number; ces: number };
}

const requests: SeedRequest[] = [
  {
    reference: 'HM-4T8WXE',
    by: { name: 'Greta Solberg', email: 'greta@example.net' },
    subject: 'Can the form ask for an order number?',
    message:
      'We sell bicycles, and nobody can answer a request without the order number.\nIs there a way to have a field for it?',
    category: 'operating',
    searched: 'contact form field',
    daysAgo: 1,
  },
  {
    reference: 'HM-9CM2QD',
    by: { member: 'omar' },
    subject: 'My picture does not change',
    message: 'I chose another picture in my account, and the old one is still beside my answers.',
    category: 'community',
    daysAgo: 3,
    answeredAfter: 5,
  },
  {
    reference: 'HM-7F3K9Q',
    by: { name: 'Paulo Teixeira', email: 'paulo@example.net' },
    subject: 'Search finds nothing since the update',
    message:
      'Since this morning every search says that nothing was found. The articles are there when I open them from the home page.',
    category: 'operating',
    searched: 'search finds nothing',
    daysAgo: 12,
    answeredAfter: 2,
    closedAfter: 26,
    said: { csat: 5, ces: 6 },
  },
];

/** Sows a few requests to the company, with what their senders said of them in the end. */
export async function sowRequests(
  trx: Transaction<Database>,
  now: Date,
  member: (handle: string) => { id: number; name: string },
): Promise<void> {
  for (const { by, daysAgo, answeredAfter, closedAfter, said, ...request } of requests) {
    const created_at = new Date(now.getTime() - daysAgo * 24 * HOUR);
    const after = (hours: number | undefined) =>
      hours === undefined ? null : new Date(created_at.getTime() + hours * HOUR);
    const [answered_at, closed_at] = [after(answeredAfter), after(closedAfter)];
    const sender =
      'member' in by
        ? {
            member_id: member(by.member).id,
            name: member(by.member).name,
            email: `${by.member}@example.com`,
          }
        : { member_id: null, ...by };
    const { id } = await trx
      .insertInto('contact_requests')
      .values({
        ...request,
        ...sender,
        state: closed_at ? 'closed' : answered_at ? 'answered' : 'open',
        locale: 'en',
        visitor: null,
        searched: request.searched ?? null,
        created_at,
        answered_at,
        closed_at,
        closed_by_id: closed_at && member('joana').id,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const changes = [
      { was: 'open', became: 'answered', at: answered_at },
      { was: 'answered', became: 'closed', at: closed_at },
    ];
    for (const { at, ...change } of changes) {
      if (!at) continue;
      const row = { ...change, request_id: id, by_id: member('joana').id, at };
      await trx.insertInto('contact_state_changes').values(row).execute();
    }
    if (!closed_at) continue;
    const occasion = `request-${id}`;
    await trx.insertInto('surveys_asked').values({ occasion, asked_at: closed_at }).execute();
    for (const kind of ['csat', 'ces'] as const) {
      if (!said) continue;
      const answer = { kind, score: said[kind], occasion, moment: 'contact-closed' as const };
      const about = { question_id: null, request_id: id, visitor: null, locale: 'en' };
      const times = { created_at: closed_at, updated_at: closed_at };
      await trx
        .insertInto('survey_answers')
        .values({ ...answer, ...about, ...times })
        .execute();
    }
  }
}
