import { sql, type Kysely, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import { REMEMBERED_DAYS, SPREAD_AFTER } from './judge.ts';
import type { Written } from './writing-state.ts';

const DAY = 86_400_000;
const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * DAY);

/** Signs of a text below which a member may well say the same twice. */
const SHORT = 40;

/** More than anybody may post in a day. */
const POSTS_IN_A_DAY = 120;

/** Whether other new members have posted this text within a day, or one of these hosts often. */
export async function findRepeats(
  db: Kysely<Database>,
  memberId: number,
  { hash, hosts }: { hash: string | undefined; hosts: string[] },
  now: Date,
): Promise<{ isCopied: boolean; isSpread: boolean }> {
  if (hash === undefined && hosts.length === 0) return { isCopied: false, isSpread: false };
  const { rows } = await sql<{ isCopied: boolean; isSpread: boolean }>`
    SELECT
      EXISTS (
        SELECT FROM newcomer_posts
        WHERE text_hash = ${hash ?? ''} AND member_id <> ${memberId}
          AND created_at > ${daysBefore(now, 1)}
      ) AS "isCopied",
      EXISTS (
        SELECT FROM unnest(${[...new Set(hosts)]}::text[]) AS host WHERE (
          SELECT count(*) FROM (
            SELECT FROM newcomer_posts
            WHERE hosts @> ARRAY[host] AND created_at > ${daysBefore(now, REMEMBERED_DAYS)}
            LIMIT ${SPREAD_AFTER + 1}
          ) AS posts
        ) > ${SPREAD_AFTER}
      ) AS "isSpread"`.execute(db);
  return rows[0] ?? { isCopied: false, isSpread: false };
}

/**
 * Remembers what a new member posted, and forgets what is too old to count. An edit whose
 * links all stood in their posts before is no other post; one without links is, for its text.
 */
export async function rememberPost(
  trx: Transaction<Database>,
  memberId: number,
  { hash, hosts }: { hash: string | undefined; hosts: string[] },
  isEdit: boolean,
  now: Date,
): Promise<void> {
  await trx
    .deleteFrom('newcomer_posts')
    .where('created_at', '<', daysBefore(now, REMEMBERED_DAYS))
    .execute();
  const unique = [...new Set(hosts)];
  await sql`
    INSERT INTO newcomer_posts (member_id, text_hash, hosts, created_at)
    SELECT ${memberId}, ${hash ?? ''}, ${unique}::text[], ${now}::timestamptz
    WHERE NOT ${isEdit && unique.length > 0}::boolean OR NOT EXISTS (
      SELECT FROM newcomer_posts WHERE member_id = ${memberId} AND hosts @> ${unique}::text[]
    )`.execute(trx);
}

/** Whether a text that was just written is one that its writer has posted within a day. */
export async function isRepeated(
  trx: Transaction<Database>,
  noun: Written,
  id: number,
  authorId: number,
  now: Date,
): Promise<boolean> {
  const table = sql.table(`${noun}s`);
  // Capitals and spaces aside; the database may not know the letters of every language.
  const same = (name: string) => sql`regexp_replace(lower(${sql.ref(name)}), '\\s+', '', 'g')`;
  const { rows } = await sql<{ is: boolean }>`
    SELECT EXISTS (
      SELECT FROM ${table} AS posted, (
        SELECT id, body, created_at, deleted_at FROM ${table} AS written
        WHERE author_id = ${authorId} ORDER BY id DESC LIMIT ${POSTS_IN_A_DAY}
      ) AS recent
      WHERE posted.id = ${id} AND recent.id <> posted.id AND recent.deleted_at IS NULL
        AND recent.created_at > ${daysBefore(now, 1)} AND length(posted.body) >= ${SHORT}
        AND ${same('recent.body')} = ${same('posted.body')}
    ) AS is`.execute(trx);
  return rows[0]?.is ?? false;
}
