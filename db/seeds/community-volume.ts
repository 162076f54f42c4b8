import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SeedTools } from '#db/seed.ts';

const MEMBERS = 2000;
const QUESTIONS = 100_000;
const BATCH = 5000;

const VERBS = [
  'change', 'remove', 'rename', 'export', 'import', 'share', 'translate', 'publish', 'hide',
  'restore', 'merge', 'schedule', 'preview', 'sort', 'filter', 'embed', 'archive', 'duplicate',
  'encrypt', 'migrate', 'measure', 'validate', 'redirect', 'subscribe', 'approve',
]; // prettier-ignore
const THINGS = [
  'article', 'category', 'notice', 'snippet', 'redirect', 'feed', 'search result', 'synonym',
  'question', 'answer', 'comment', 'tag', 'badge', 'avatar', 'password', 'session', 'digest',
  'mail', 'backup', 'database', 'locale', 'sitemap', 'screenshot', 'table', 'video', 'heading',
  'footnote', 'logo', 'footer', 'proxy', 'certificate', 'webhook', 'token', 'report', 'chart',
]; // prettier-ignore
const CASES = [
  'after an update', 'on a phone', 'in the dark', 'for one locale only', 'without losing votes',
  'from a script', 'behind a proxy', 'with two authors', 'when the disk is full',
  'in a private window', 'for former members', 'before the release', 'on a slow connection',
  'with a screen reader', 'in right-to-left text', 'across two servers', 'twice a day',
  'while others edit', 'under another address', 'as a moderator',
]; // prettier-ignore
const SENTENCES = [
  'I followed the manual and it worked until last week, and I cannot find what has changed since.',
  'The log has no error, the health page is green, and the page still shows what it showed before.',
  'On a second machine with the same content folder everything is as it should be.',
  'We have about four thousand articles in three languages, and two people who look after them.',
  'Restarting helps for a while, but by the next morning it is back.',
  'Look at the folder of the category first: its name is the address, and a title changes nothing.',
  'Run the check once more, since it names the file and the line, and says what to do about it.',
  'If the address has changed, add a redirect, so that links from elsewhere keep working.',
  'A build reads what is on the disk and nothing else, so anything that was not saved is not there.',
  'Votes belong to a series: an edit that changes a few words goes on with the one before.',
  'It took me a while to see that the proxy in front kept the old page for an hour.',
  'What solved it for us was to set the number of proxies, which is none unless told otherwise.',
];

/**
 * As many questions and answers as a large community has after some years: 100,000 and 600,000,
 * the same on every machine, every tenth question with 20 answers, two of three solved.
 */
export async function sow(
  trx: Transaction<Database>,
  now: Date,
  { say }: SeedTools,
): Promise<void> {
  await sql`
    INSERT INTO members (handle, name, email, email_verified_at, locale, created_at)
    SELECT 'volume-' || number, 'Member ' || number, 'volume-' || number || '@example.com',
      ${now}::timestamptz, 'en', ${now}::timestamptz - interval '6 years'
    FROM generate_series(1, ${MEMBERS}) AS number`.execute(trx);
  const { rows } = await sql<{ first: number; categories: string[] }>`
    SELECT (SELECT min(id) FROM members WHERE handle LIKE 'volume-%') AS first,
      (SELECT array_agg(DISTINCT category) FROM articles) AS categories`.execute(trx);
  const { first, categories } = rows[0]!;
  // Their words are written down when they are complete, many at a time.
  const triggers = async (deed: 'DISABLE' | 'ENABLE') => {
    for (const table of ['questions', 'answers']) {
      await sql`ALTER TABLE ${sql.table(table)} ${sql.raw(deed)} TRIGGER USER`.execute(trx);
    }
  };
  await triggers('DISABLE');
  for (let from = 1; from <= QUESTIONS; from += BATCH) {
    await sowBatch(trx, now, { from, to: from + BATCH - 1, first, categories });
    await addWords(trx);
    say(`${from + BATCH - 1} of ${QUESTIONS} questions`);
  }
  await triggers('ENABLE');
  const grown = ['members', 'questions', 'answers', 'question_words', 'answer_words'];
  for (const table of grown) {
    await sql`ANALYZE ${sql.table(table)}`.execute(trx);
  }
}

interface Batch {
  from: number;
  to: number;
  /** Id of the first of the members, whose ids follow each other. */
  first: number;
  categories: string[];
}

const pick = (list: string[], place: ReturnType<typeof sql>) =>
  sql`(${list}::text[])[1 + (${place}) % ${sql.lit(list.length)}]`;

/** Sentences from a place on; none of them means anything in Markdown. */
const prose = (place: ReturnType<typeof sql>, count: number) =>
  sql.join(
    Array.from({ length: count }, (_, index) =>
      pick(SENTENCES, sql`${place} + ${sql.lit(index * 5)}`),
    ),
    sql` || ' ' || `,
  );

async function sowBatch(
  trx: Transaction<Database>,
  now: Date,
  { from, to, first, categories }: Batch,
): Promise<void> {
  const number = sql`number`;
  await sql`
    WITH sown AS (
      INSERT INTO questions (
        author_id, locale, category, title, body, html, tags, created_at, active_at, score, same_count
      )
      SELECT ${first} + (number * 7919) % ${MEMBERS}, 'en', ${pick(categories, number)},
        'How do I ' || ${pick(VERBS, number)} || ' a ' || ${pick(THINGS, sql`number / 25`)}
          || ' ' || ${pick(CASES, sql`number / 875`)} || '?',
        text, '<p>' || text || '</p>',
        ARRAY[replace(${pick(THINGS, sql`number / 25`)}, ' ', '-'), ${pick(VERBS, number)}],
        at, at + interval '1 hour', (number * 31) % 40, 0
      FROM generate_series(${from}::integer, ${to}::integer) AS number
      CROSS JOIN LATERAL (
        SELECT ${prose(number, 4)} AS text,
          ${now}::timestamptz - (${QUESTIONS} - number) * interval '30 minutes' AS at
      ) AS made
      RETURNING id, created_at
    ), placed AS (
      SELECT id, created_at, ${from} - 1 + row_number() OVER (ORDER BY id) AS number FROM sown
    ), answered AS (
      INSERT INTO answers (question_id, author_id, body, html, created_at, official, score)
      SELECT id, ${first} + (number * 31 + place * 17) % ${MEMBERS}, text, '<p>' || text || '</p>',
        created_at + place * interval '20 minutes', place = 3, (20 - place + number) % 9
      FROM placed
      CROSS JOIN LATERAL generate_series(
        1, CASE WHEN number % 10 = 0 THEN 20 WHEN number % 9 < 4 THEN 5 ELSE 4 END
      ) AS place
      CROSS JOIN LATERAL (SELECT ${prose(sql`number::integer + place`, 4)} AS text) AS made
    )
    SELECT`.execute(trx);
  // Counted from the rows, so that they equal them.
  await sql`
    UPDATE questions SET answer_count = counted.answers, active_at = counted.last,
      accepted_answer_id = CASE WHEN questions.id % 3 > 0 THEN counted.first END,
      accepted_at = CASE WHEN questions.id % 3 > 0 THEN counted.last END,
      accepted_by_id = CASE WHEN questions.id % 3 > 0 THEN questions.author_id END
    FROM (
      SELECT question_id, count(*)::integer AS answers, min(id) AS first, max(created_at) AS last
      FROM answers
      WHERE question_id > (SELECT max(id) - ${BATCH} FROM questions)
      GROUP BY question_id
    ) AS counted
    WHERE questions.id = counted.question_id`.execute(trx);
}

/** What the triggers of the search would have done for the last batch. */
async function addWords(trx: Transaction<Database>): Promise<void> {
  await sql`
    SELECT count(add_question_words(questions)), count(add_answer_words(questions, NULL))
    FROM questions WHERE id > (SELECT max(id) - ${BATCH} FROM questions)`.execute(trx);
}
