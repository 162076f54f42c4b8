import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { Span } from '#src/features/community/list-cursor.ts';
import { DEFAULT_CHOICES, mailAt, PACES, REASONS } from './mail-choice.ts';
import type { DueNotification, Notification, Occurrence } from './notification.ts';

/** Members with the reason why they are told: rows of `member_id` and `reason`. */
export type Audience = RawBuilder<{ member_id: number; reason: string }>;

/** Members that one statement tells. */
const BATCH = 500;

/** How often a member gets mail for a reason, by their choice or by default. */
const paceOf = (choice: RawBuilder<unknown>, reason: RawBuilder<unknown>) => sql`
  coalesce(${choice}, CASE ${reason} ${sql.join(
    REASONS.map((one) => sql`WHEN ${sql.lit(one)} THEN ${sql.lit(DEFAULT_CHOICES[one])}`),
    sql` `,
  )} END)`;

/** The text that a notification is about, wherever it has been moved to or leads to. */
const withWriting = sql`
  LEFT JOIN comments ON comments.id = notifications.comment_id
  LEFT JOIN answers ON answers.id = notifications.answer_id
  LEFT JOIN questions AS repeated
    ON repeated.id = notifications.question_id AND notifications.kind = 'duplicate'
  LEFT JOIN questions ON questions.id = coalesce(
    comments.question_id, answers.question_id, repeated.duplicate_of_id, notifications.question_id
  )`;

/** Whether readers see what it is about; of what was decided its member hears anyway. */
const isShown = sql`(
  notifications.kind = 'decision' OR (
    questions.hidden_at IS NULL AND questions.deleted_at IS NULL
    AND answers.hidden_at IS NULL AND answers.deleted_at IS NULL
    AND comments.hidden_at IS NULL AND comments.deleted_at IS NULL
    AND (notifications.kind <> 'acceptance'
      OR questions.accepted_answer_id = notifications.answer_id)
    AND (notifications.kind <> 'duplicate' OR (
      repeated.duplicate_of_id IS NOT NULL
      AND repeated.hidden_at IS NULL AND repeated.deleted_at IS NULL
    ))
  ))`;

const columns = sql`
  notifications.id, notifications.kind, notifications.reason,
  CASE WHEN questions.id IS NOT NULL THEN json_build_object(
    'id', questions.id, 'title', questions.title, 'locale', questions.locale
  ) END AS question, repeated.title AS repeated,
  notifications.answer_id AS "answerId", notifications.comment_id AS "commentId",
  CASE WHEN notifications.kind NOT IN ('decision', 'duplicate') THEN authors.name END AS by,
  notifications.deed, notifications.note,
  notifications.created_at AS "createdAt", notifications.read_at AS "readAt"`;

const withAuthors = sql`LEFT JOIN members AS authors ON authors.id = notifications.by_id`;

/** Tells an audience of what happened; whoever has heard of it, did it or left is passed over. */
export async function insertNotifications(
  db: Kysely<Database>,
  audience: Audience,
  occurrence: Occurrence,
  now: Date,
): Promise<void> {
  const { event, kind, questionId, answerId, commentId, byId, deed, note } = occurrence;
  const dates = PACES.map(
    (pace) => sql`WHEN ${sql.lit(pace)} THEN ${mailAt(pace, now)}::timestamptz`,
  );
  let after = 0;
  while (true) {
    const { rows } = await sql<{ last: number | null; size: number }>`
      WITH audience AS (
        SELECT member_id, reason FROM (${audience}) AS told
        WHERE member_id > ${after} ORDER BY member_id LIMIT ${BATCH}
      ), written AS (
        INSERT INTO notifications (
          member_id, event, kind, reason, question_id, answer_id, comment_id, by_id, deed, note,
          created_at, mail_at
        )
        SELECT members.id, ${event}, ${kind}, audience.reason, ${questionId}::integer,
          ${answerId ?? null}::integer, ${commentId ?? null}::integer, ${byId}::integer,
          ${deed ?? null}, ${note ?? null}, ${now}::timestamptz,
          CASE ${paceOf(sql`mail_choices.pace`, sql`audience.reason`)}
            ${sql.join(dates, sql` `)} END
        FROM audience
        JOIN members ON members.id = audience.member_id
        LEFT JOIN mail_choices
          ON mail_choices.member_id = members.id AND mail_choices.reason = audience.reason
        WHERE members.deleted_at IS NULL AND members.id <> ${byId}
        ON CONFLICT (member_id, event) DO NOTHING
      )
      SELECT max(member_id) AS last, count(*)::integer AS size FROM audience`.execute(db);
    const [{ last, size } = { last: null, size: 0 }] = rows;
    if (last === null || size < BATCH) return;
    after = last;
  }
}

/** What a member was told of that readers see, the newest first, in the direction of `span`. */
export async function listNotifications(
  db: Kysely<Database>,
  memberId: number,
  { after, before }: Span,
  limit: number,
): Promise<Notification[]> {
  const isBackwards = before !== undefined && after === undefined;
  const { rows } = await sql<Notification>`
    SELECT ${columns} FROM notifications ${withWriting} ${withAuthors}
    WHERE notifications.member_id = ${memberId} AND ${isShown}
      ${after ? sql`AND notifications.id < ${after.id}` : sql``}
      ${isBackwards ? sql`AND notifications.id > ${before.id}` : sql``}
    ORDER BY notifications.id ${isBackwards ? sql`ASC` : sql`DESC`}
    LIMIT ${limit}`.execute(db);
  return rows;
}

/** A member's notification, as long as readers see what it is about. */
export async function findNotification(
  db: Kysely<Database>,
  memberId: number,
  id: number,
): Promise<Notification | undefined> {
  const { rows } = await sql<Notification>`
    SELECT ${columns} FROM notifications ${withWriting} ${withAuthors}
    WHERE notifications.id = ${id} AND notifications.member_id = ${memberId}
      AND ${isShown}`.execute(db);
  return rows[0];
}

/** How many notifications a member has not read, at most `most`. */
export async function countUnread(
  db: Kysely<Database>,
  memberId: number,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    SELECT count(*)::integer AS count FROM (
      SELECT FROM notifications ${withWriting}
      WHERE notifications.member_id = ${memberId} AND notifications.read_at IS NULL AND ${isShown}
      LIMIT ${most}
    ) AS unread`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Which of a member's notifications are read. */
export type ReadScope = { id: number } | { questionId: number } | 'all';

/** Marks notifications as read; those that are stay as they are. */
export async function markRead(
  db: Kysely<Database>,
  memberId: number,
  scope: ReadScope,
  now: Date,
): Promise<void> {
  const which =
    scope === 'all'
      ? sql`true`
      : 'id' in scope
        ? sql`notifications.id = ${scope.id}`
        : sql`${scope.questionId} = coalesce(
            (SELECT question_id FROM comments WHERE comments.id = comment_id),
            (SELECT question_id FROM answers WHERE answers.id = answer_id),
            (SELECT duplicate_of_id FROM questions WHERE questions.id = question_id),
            question_id
          )`;
  await sql`
    UPDATE notifications SET read_at = ${now}
    WHERE member_id = ${memberId} AND read_at IS NULL AND ${which}`.execute(db);
}

/** Members with a notification whose mail is due, after one of them. */
export async function listDueMembers(
  db: Kysely<Database>,
  now: Date,
  after: number,
): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT DISTINCT member_id AS id FROM notifications
    WHERE mail_at <= ${now} AND member_id > ${after}
    ORDER BY member_id LIMIT ${BATCH}`.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * A member's notifications whose mail is due, the oldest first. Nobody else takes them before the
 * transaction ends, and whoever waited for that finds those that are left.
 */
export async function takeDue(
  trx: Kysely<Database>,
  memberId: number,
  now: Date,
): Promise<DueNotification[]> {
  const { rows } = await sql<DueNotification>`
    SELECT ${columns}, ${paceOf(sql`mail_choices.pace`, sql`notifications.reason`)} AS pace,
      notifications.read_at IS NULL AND ${isShown} AS "isNews",
      CASE WHEN notifications.kind NOT IN ('decision', 'duplicate')
        THEN coalesce(comments.body, answers.body, questions.body) END AS body
    FROM notifications ${withWriting} ${withAuthors}
    LEFT JOIN mail_choices ON mail_choices.member_id = notifications.member_id
      AND mail_choices.reason = notifications.reason
    WHERE notifications.member_id = ${memberId} AND notifications.mail_at <= ${now}
    ORDER BY notifications.id
    FOR UPDATE OF notifications`.execute(trx);
  return rows;
}

/** Writes that no mail has to tell of these any more. */
export async function settleMails(trx: Kysely<Database>, ids: number[]): Promise<void> {
  await trx.updateTable('notifications').set({ mail_at: null }).where('id', 'in', ids).execute();
}

/** Deletes what was read or told before these moments. */
export async function deleteOldNotifications(
  db: Kysely<Database>,
  { readBefore, toldBefore }: { readBefore: Date; toldBefore: Date },
): Promise<void> {
  await sql`
    DELETE FROM notifications WHERE created_at < ${toldBefore}
      OR (created_at < ${readBefore} AND read_at < ${readBefore})`.execute(db);
}
