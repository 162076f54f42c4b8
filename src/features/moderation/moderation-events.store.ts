import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Span } from '#src/features/community/list-cursor.ts';
import type { Kind, ModerationEvent } from './moderation-event.ts';

/** An event that is about to be logged. */
export type NewEvent = Omit<ModerationEvent, 'id' | 'createdAt' | 'undoneAt' | 'before'> & {
  /** What undoing it needs. */
  before?: object;
};

/** Which events a reader wants. */
export interface LogFilter {
  kind?: Kind | undefined;
  /** Handle of who did it. */
  by?: string | undefined;
  /** Handle of whom it was done to, or to whose text. */
  member?: string | undefined;
  /** Id of the question that it is about. */
  question?: number | undefined;
}

/** An event as the log shows it. */
export interface ListedEvent extends Omit<ModerationEvent, 'before' | 'actorId' | 'memberId'> {
  actor: { handle: string; name: string } | null;
  member: { handle: string; name: string } | null;
  undoneBy: string | null;
  question: { id: number; title: string; locale: string } | null;
}

/** How events of one kind are undone. */
export interface Undoer {
  /** Questions to hold meanwhile, besides the event's own. */
  alsoLocked?(event: ModerationEvent): number[];
  /**
   * Puts back what was before, in a transaction that holds the questions.
   * @param undoing when, and by whom
   * @returns false when things have moved on meanwhile, and nothing was changed
   */
  undo(
    trx: Transaction<Database>,
    event: ModerationEvent,
    undoing: { byId: number; now: Date },
  ): Promise<boolean>;
}

const COLUMNS = [
  'id',
  'kind',
  'actor_id as actorId',
  'noun',
  'subject_id as subjectId',
  'question_id as questionId',
  'member_id as memberId',
  'reason',
  'before',
  'created_at as createdAt',
  'undone_at as undoneAt',
] as const;

/** @returns the event's id */
export async function insertEvent(
  trx: Transaction<Database>,
  { kind, actorId, noun, subjectId, questionId, memberId, reason, before = {} }: NewEvent,
  now: Date,
): Promise<number> {
  const { id } = await trx
    .insertInto('moderation_events')
    .values({
      kind,
      actor_id: actorId,
      noun,
      subject_id: subjectId,
      question_id: questionId,
      member_id: memberId,
      reason,
      before: JSON.stringify(before),
      created_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** An event as it is now. */
export async function findEvent(
  db: Kysely<Database>,
  id: number,
): Promise<ModerationEvent | undefined> {
  const event = await db
    .selectFrom('moderation_events')
    .select(COLUMNS)
    .where('id', '=', id)
    .executeTakeFirst();
  return event as ModerationEvent | undefined;
}

/** Writes who has undone an event. @returns false when somebody was faster */
export async function markUndone(
  trx: Transaction<Database>,
  id: number,
  byId: number,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('moderation_events')
    .set({ undone_at: now, undone_by_id: byId })
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/**
 * Events that fit a filter from a place on, the latest first.
 * @param limit with one to spare it tells whether the list goes on
 * @returns in the direction of `span`
 */
export async function listEvents(
  db: Kysely<Database>,
  { kind, by, member, question }: LogFilter,
  span: Span,
  limit: number,
): Promise<ListedEvent[]> {
  const named = (handle: string) =>
    sql`(SELECT id FROM members WHERE lower(handle) = lower(${handle}))`;
  const conditions = [
    sql`true`,
    ...(kind === undefined ? [] : [sql`events.kind = ${kind}`]),
    ...(by === undefined ? [] : [sql`events.actor_id = ${named(by)}`]),
    ...(member === undefined ? [] : [sql`events.member_id = ${named(member)}`]),
    ...(question === undefined ? [] : [sql`events.question_id = ${question}`]),
    ...(span.after
      ? [sql`events.id < ${span.after.id}`]
      : span.before
        ? [sql`events.id > ${span.before.id}`]
        : []),
  ];
  const direction = span.before && !span.after ? sql`ASC` : sql`DESC`;
  const person = (alias: string) => sql`
    CASE WHEN ${sql.ref(`${alias}.id`)} IS NOT NULL THEN json_build_object(
      'handle', ${sql.ref(`${alias}.handle`)}, 'name', ${sql.ref(`${alias}.name`)}
    ) END`;
  const { rows } = await sql<ListedEvent>`
    SELECT events.id, events.kind, events.noun, events.subject_id AS "subjectId",
      events.question_id AS "questionId", events.reason,
      events.created_at AS "createdAt", events.undone_at AS "undoneAt",
      undoers.name AS "undoneBy",
      ${person('actors')} AS actor, ${person('subjects')} AS member,
      CASE WHEN questions.id IS NOT NULL THEN json_build_object(
        'id', questions.id, 'title', questions.title, 'locale', questions.locale
      ) END AS question
    FROM moderation_events AS events
    LEFT JOIN members AS actors ON actors.id = events.actor_id
    LEFT JOIN members AS subjects ON subjects.id = events.member_id
    LEFT JOIN members AS undoers ON undoers.id = events.undone_by_id
    LEFT JOIN questions ON questions.id = events.question_id
    WHERE ${sql.join(conditions, sql` AND `)}
    ORDER BY events.id ${direction}
    LIMIT ${limit}`.execute(db);
  return rows;
}
