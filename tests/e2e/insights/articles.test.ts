import { expect, test } from '@playwright/test';
import { sql } from 'kysely';
import { createDatabase } from '#src/server/database.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { signedIn } from '#tests/e2e/community/members.ts';
import { webServer } from '#tests/support/e2e-site.ts';

const word = Math.random()
  .toString(36)
  .replace(/[^a-z]/g, '');
const said = `It says nothing of ${word}.`;

test.beforeAll(async () => {
  const connection = readConnection(webServer.env['DATA_DIR'] ?? '');
  if (!connection) throw new Error('the tested site has no database');
  const db = createDatabase(connectionUrl(connection), { connections: 1 });
  await sql`
    INSERT INTO article_feedback
      (series_id, revision_id, visitor, locale, answer, comment, created_at, updated_at)
    SELECT series_id, article_revisions.id, ${word}, 'en', 'no', ${said}, now(), now()
    FROM articles JOIN article_revisions ON article_revisions.id = articles.revision_id
    WHERE locale = 'en' AND category = 'using' AND slug = 'search'
    ON CONFLICT DO NOTHING`.execute(db);
  await db.destroy();
});

test('a moderator plans something about a comment, without JavaScript', async ({ browser }) => {
  test.setTimeout(60_000);
  const page = await signedIn(browser, 'Moderator', 'moderator');
  await page.goto('/insights/comments?period=week');
  const comment = page.getByRole('listitem').filter({ hasText: said });
  await comment.getByText('State:').click();
  await comment.getByLabel('State').selectOption('Planned');
  await comment.getByLabel('Note').fill(`Soon, ${word}.`);
  await comment.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status')).toHaveText('Saved.');
  await expect(comment).toContainText('Planned');
  await expect(comment).toContainText(`Soon, ${word}.`);
  await page.goto('/insights/comments?period=week&state=fixed');
  await expect(page.getByRole('main')).not.toContainText(said);
  await page.context().close();
});

test('an author finds it on the article’s page, and cannot change it', async ({ browser }) => {
  const page = await signedIn(browser, 'Author', 'author');
  await page.goto('/insights/articles?period=week');
  await page.getByRole('main').getByRole('link', { name: 'Search in detail' }).click();
  const comment = page.getByRole('listitem').filter({ hasText: said });
  await expect(comment).toBeVisible();
  await expect(comment.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Read the article' })).toHaveAttribute(
    'href',
    '/articles/using/search',
  );
  await page.goto('/insights/mine');
  await expect(page.getByRole('main')).toContainText('No article is yours yet.');
  await page.goto('/insights/freshness');
  await page.getByRole('main').getByRole('link', { name: 'Answers worth a second look' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Answers worth a second look');
  await page.goto('/community');
  await expect(page.getByRole('banner').getByRole('link', { name: 'Insights' })).toBeVisible();
  await page.context().close();
});
