import { sql, type Kysely, type Selectable, type Transaction } from 'kysely';
import type { ContactRequestsTable, Database } from '#db/schema.ts';
import type { RequestState } from './contact-request.ts';

/** A request as its row has it. */
export type ContactRequest = Selectable<ContactRequestsTable>;

export interface NewContactRequest {
  reference: string;
  memberId: number | undefined;
  name: string;
  email: string;
  subject: string;
  message: string;
  category: string | undefined;
  locale: string;
  /** Undefined for those who ask not to be counted. */
  visitor: string | undefined;
  searched: string | undefined;
}

/**
 * Holds off everybody else who sends something from that address until the transaction ends: who
 * presses the button twice sends one request.
 */
export async function lockSender(trx: Transaction<Database>, email: string): Promise<void> {
  const key = `contact ${email.toLowerCase()}`;
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
}

/** The same words from the same address since a time. */
export function findSame(
  db: Kysely<Database>,
  { email, subject, message }: Pick<NewContactRequest, 'email' | 'subject' | 'message'>,
  since: Date,
): Promise<{ id: number; reference: string } | undefined> {
  return db
    .selectFrom('contact_requests')
    .select(['id', 'reference'])
    .where(sql`lower(email)`, '=', email.toLowerCase())
    .where('created_at', '>=', since)
    .where('subject', '=', subject)
    .where('message', '=', message)
    .executeTakeFirst();
}

/** @returns undefined when the reference is taken */
export async function insertRequest(
  db: Kysely<Database>,
  { memberId, category, visitor, searched, ...request }: NewContactRequest,
  now: Date,
): Promise<number | undefined> {
  const row = await db
    .insertInto('contact_requests')
    .values({
      ...request,
      member_id: memberId ?? null,
      category: category ?? null,
      visitor: visitor ?? null,
      searched: searched ?? null,
      created_at: now,
    })
    .onConflict((conflict) => conflict.column('reference').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id;
}

/** An article by its place in the content folder. */
export interface ArticlePlace {
  locale: string;
  category: string;
  slug: string;
}

/** Notes the articles that were read before a request, in their order. */
export async function insertArticles(
  db: Kysely<Database>,
  requestId: number,
  places: ArticlePlace[],
): Promise<void> {
  await sql`
    INSERT INTO contact_request_articles (request_id, article_id, position)
    SELECT ${requestId}, articles.id, min(position)
    FROM unnest(
      ${places.map(({ locale }) => locale)}::text[],
      ${places.map(({ category }) => category)}::text[],
      ${places.map(({ slug }) => slug)}::text[]
    ) WITH ORDINALITY AS given (locale, category, slug, position)
    JOIN articles USING (locale, category, slug)
    GROUP BY articles.id`.execute(db);
}

/** The articles that were read before a request, the latest first. */
export function listArticles(
  db: Kysely<Database>,
  requestId: number,
): Promise<(ArticlePlace & { title: string })[]> {
  return db
    .selectFrom('contact_request_articles')
    .innerJoin('articles', 'articles.id', 'article_id')
    .select(['articles.locale', 'articles.category', 'articles.slug', 'articles.title'])
    .where('request_id', '=', requestId)
    .orderBy('position')
    .execute();
}

export function findRequest(
  db: Kysely<Database>,
  reference: string,
): Promise<ContactRequest | undefined> {
  return db
    .selectFrom('contact_requests')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();
}

/** The same, and nobody else changes it until the transaction ends. */
export function lockRequest(
  trx: Transaction<Database>,
  reference: string,
): Promise<ContactRequest | undefined> {
  return trx
    .selectFrom('contact_requests')
    .selectAll()
    .where('reference', '=', reference)
    .forUpdate()
    .executeTakeFirst();
}

export function findRequestById(
  db: Kysely<Database>,
  id: number,
): Promise<ContactRequest | undefined> {
  return db.selectFrom('contact_requests').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Puts a request into a state and notes who did. @param byId undefined for the help desk */
export async function setState(
  trx: Transaction<Database>,
  { id, state: was, answered_at: answeredAt }: ContactRequest,
  state: RequestState,
  byId: number | undefined,
  now: Date,
): Promise<void> {
  const isClosed = state === 'closed';
  await trx
    .updateTable('contact_requests')
    .set({
      state,
      answered_at: state === 'answered' ? (answeredAt ?? now) : answeredAt,
      closed_at: isClosed ? now : null,
      closed_by_id: isClosed ? (byId ?? null) : null,
    })
    .where('id', '=', id)
    .execute();
  await trx
    .insertInto('contact_state_changes')
    .values({ request_id: id, was, became: state, by_id: byId ?? null, at: now })
    .execute();
}

/** What became of a request, the latest last. */
export interface StateChange {
  became: RequestState;
  /** Null for the help desk. */
  by: { handle: string; name: string } | null;
  at: Date;
}

export async function listStateChanges(
  db: Kysely<Database>,
  requestId: number,
): Promise<StateChange[]> {
  const rows = await db
    .selectFrom('contact_state_changes')
    .leftJoin('members', 'members.id', 'by_id')
    .select(['became', 'at', 'members.handle', 'members.name'])
    .where('request_id', '=', requestId)
    .orderBy('contact_state_changes.id')
    .execute();
  return rows.map(({ became, at, handle, name }) => ({
    became: became as RequestState,
    by: handle !== null && name !== null ? { handle, name } : null,
    at,
  }));
}

/**
 * Those that nothing has happened to since a time, or that a member sent, and that still say whose
 * they are.
 */
export async function listToErase(
  db: Kysely<Database>,
  whose: { quietSince: Date } | { memberId: number },
): Promise<number[]> {
  const rows = await db
    .selectFrom('contact_requests')
    .select('id')
    .where('erased_at', 'is', null)
    .$if('memberId' in whose, (query) =>
      query.where('member_id', '=', (whose as { memberId: number }).memberId),
    )
    .$if('quietSince' in whose, (query) => {
      const { quietSince } = whose as { quietSince: Date };
      return query
        .where('created_at', '<', quietSince)
        .where(({ not, exists, selectFrom }) =>
          not(
            exists(
              selectFrom('contact_state_changes')
                .select('contact_state_changes.id')
                .whereRef('request_id', '=', 'contact_requests.id')
                .where('at', '>=', quietSince),
            ),
          ),
        );
    })
    .execute();
  return rows.map(({ id }) => id);
}

/** Takes all that is personal out of requests; that there were some stays. */
export async function emptyRequests(db: Kysely<Database>, ids: number[], now: Date): Promise<void> {
  if (ids.length === 0) return;
  await db
    .updateTable('contact_requests')
    .set({
      member_id: null,
      name: '',
      email: '',
      subject: '',
      message: '',
      visitor: null,
      searched: null,
      erased_at: now,
    })
    .where('id', 'in', ids)
    .execute();
  // What a mail server says may name its recipient.
  await db
    .updateTable('contact_deliveries')
    .set({ error: null })
    .where('request_id', 'in', ids)
    .execute();
}

/** The handle of the member who sent a request, if they were signed in. */
export async function findSenderHandle(
  db: Kysely<Database>,
  requestId: number,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('contact_requests')
    .innerJoin('members', 'members.id', 'contact_requests.member_id')
    .select('handle')
    .where('contact_requests.id', '=', requestId)
    .executeTakeFirst();
  return row?.handle;
}
