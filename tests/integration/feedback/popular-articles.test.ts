import { expect, test } from 'vitest';
import { findPopularArticles } from '#src/features/feedback/popular-articles.store.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db } = await testDatabase();
const now = new Date('2026-11-20T12:00:00Z');

async function article(
  slug: string,
  votes: { yes: number; no: number; at?: Date; removed?: Date },
) {
  const { id } = await db
    .insertInto('articles')
    .values({
      locale: 'en',
      category: 'using',
      slug,
      title: slug,
      file: `articles/en/using/${slug}.md`,
      owner: null,
      first_seen_at: now,
      removed_at: votes.removed ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const series = await db
    .insertInto('article_series')
    .values({ article_id: id, started_at: now })
    .returning('id')
    .executeTakeFirstOrThrow();
  const revision = await db
    .insertInto('article_revisions')
    .values({
      article_id: id,
      series_id: series.id,
      hash: slug.padEnd(16, '0'),
      words: null,
      first_seen_at: now,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const answers = [...Array<'yes'>(votes.yes).fill('yes'), ...Array<'no'>(votes.no).fill('no')];
  const at = votes.at ?? now;
  for (const [index, answer] of answers.entries()) {
    await db
      .insertInto('article_feedback')
      .values({
        series_id: series.id,
        revision_id: revision.id,
        visitor: `${slug}-${index}`,
        locale: 'en',
        answer,
        reason: null,
        comment: null,
        section: null,
        created_at: at,
        updated_at: at,
      })
      .execute();
  }
}

test('popular is what many readers lately said yes to, most yeses first', async () => {
  await article('liked', { yes: 4, no: 1 });
  await article('loved', { yes: 6, no: 0 });
  await article('disputed', { yes: 5, no: 5 });
  await article('quiet', { yes: 2, no: 0 });
  await article('forgotten', { yes: 9, no: 0, at: new Date('2026-01-01T00:00:00Z') });
  await article('removed', { yes: 9, no: 0, removed: now });

  const since = new Date('2026-08-22T00:00:00Z');
  const popular = await findPopularArticles(db, { since, leastYes: 3, limit: 20 });
  expect(popular).toEqual([
    { category: 'using', slug: 'loved' },
    { category: 'using', slug: 'liked' },
  ]);
});
