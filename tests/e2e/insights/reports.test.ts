import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { sql } from 'kysely';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { keepReports } from '#src/features/insights/keep-reports.ts';
import { createDatabase } from '#src/server/database.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { signedIn } from '#tests/e2e/community/members.ts';
import { newBrowserName, revisionOf, takeTime } from '#tests/e2e/feedback/readers.ts';
import { url, webServer } from '#tests/support/e2e-site.ts';
import { sampleEvents, searched } from '#tests/support/sample-events.ts';

const main = (page: Page) => page.getByRole('main');
const word = () =>
  Math.random()
    .toString(36)
    .replace(/[^a-z]/g, '');
const rare = word();
const missing = `/old/${rare}/search.html`;

function openDatabase() {
  const connection = readConnection(webServer.env['DATA_DIR'] ?? '');
  if (!connection) throw new Error('the tested site has no database');
  return createDatabase(connectionUrl(connection), { connections: 1 });
}

/** What visitors looked for in vain an hour ago, and what people said when it was over. */
test.beforeAll(async () => {
  const db = openDatabase();
  const at = new Date(Date.now() - 3_600_000).toISOString();
  await sampleEvents(db, [
    ...['ann', 'ben', 'eve'].map((visitor) => ({
      ...searched(`${visitor}-${rare}`, 0, `${rare} teleport`, 'none'),
      at,
    })),
    {
      at,
      kind: 'page-missing',
      visitor: `ann-${rare}`,
      details: { path: missing, referrer: 'forum.example.org' },
    },
    { at, kind: 'form-started', visitor: `ann-${rare}`, details: { form: 'ask' } },
  ]);
  await sql`
    INSERT INTO survey_answers (kind, moment, occasion, locale, score, created_at, updated_at)
    SELECT 'csat', 'contact-closed', ${rare} || number, 'en', 1 + number % 5, now(), now()
    FROM generate_series(1, 12) AS number ON CONFLICT DO NOTHING`.execute(db);
  await rollUpEvents(db, new Date());
  await sql`DELETE FROM kept_reports`.execute(db);
  await keepReports(db, new Date());
  await db.destroy();
});

const pages = {
  '/insights': 'Overview',
  '/insights/mine': 'My articles',
  '/insights/articles': 'Articles',
  '/insights/articles/en/using/search?period=year': 'Search in detail',
  '/insights/comments': 'Comments',
  '/insights/freshness': 'Freshness',
  '/insights/satisfaction': 'Satisfaction',
  '/insights/community-health': 'Community health',
  '/insights/gaps': 'Gaps',
  '/insights/missing': 'Missing pages',
  '/insights/searches': 'Searches',
  '/insights/measures': 'What is measured, and how',
};

/** Words in the charts of a page that are too small to read, or stand upon others. */
const unreadWords = (page: Page) =>
  page.locator('.chart svg').evaluateAll((charts) =>
    charts.flatMap((chart) => {
      const words = [...chart.querySelectorAll('text')]
        .map((one) => ({ text: one.textContent, at: one.getBoundingClientRect() }))
        .filter(({ at }) => at.width > 0);
      return words
        .filter(
          ({ at }, index) =>
            at.height < 12 ||
            words
              .slice(0, index)
              .some(
                ({ at: other }) =>
                  at.left < other.right &&
                  other.left < at.right &&
                  at.top < other.bottom - 2 &&
                  other.top < at.bottom - 2,
              ),
        )
        .map(({ text }) => text);
    }),
  );

for (const [address, title] of Object.entries(pages)) {
  test(`axe finds nothing on ${address}, and it fits a phone`, async ({ browser }) => {
    test.setTimeout(60_000);
    const page = await signedIn(browser, 'Author', 'author', { javaScript: true });
    for (const [colorScheme, width] of [
      ['light', 390],
      ['dark', 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(address);
      await expect(main(page).getByRole('heading', { level: 1 })).toHaveText(title);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => `${id} at ${nodes[0]?.target.join(' ')}`);
      expect(found, `${colorScheme}, ${width} px`).toEqual([]);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(over, `${width} px`).toBeLessThanOrEqual(0);
      expect(await unreadWords(page), `${width} px`).toEqual([]);
    }
    await page.context().close();
  });
}

test('the overview shows no time without the questions that it is made of', async ({ browser }) => {
  const page = await moderatorAt(browser, '/insights?period=year');
  const rows = main(page).getByRole('row').filter({ hasText: 'Time to the' });
  await expect(rows).toHaveCount(4);
  for (const row of await rows.all()) {
    for (const period of [0, 1]) {
      await expect(row.getByRole('cell').nth(period)).toContainText(/\d of \d/);
    }
  }
  await page.context().close();
});

/** A page of a moderator without JavaScript, opened anew at an address. */
async function moderatorAt(browser: Browser, address: string): Promise<Page> {
  const page = await signedIn(browser, 'Moderator', 'moderator');
  await page.goto(address);
  return page;
}

test.describe('an address that does not exist', () => {
  test.describe.configure({ mode: 'serial' });

  test('a redirect is proposed with one click, and stands there for npm run propose', async ({
    browser,
  }) => {
    const page = await moderatorAt(browser, '/insights/missing?period=year');
    const row = main(page).getByRole('row').filter({ hasText: missing });
    await expect(row).toContainText('forum.example.org');
    await row.getByRole('button', { name: /^Propose redirect to/ }).click();
    await expect(row).toContainText('Proposed: /articles/using/search');
    await expect(row).toContainText('Planned');
    await expect(main(page).getByRole('status')).toHaveText('Saved.');
    await page.goto('/insights/missing?period=year&state=dismissed');
    await expect(main(page)).not.toContainText(missing);
  });

  test('an author sees what was decided, and changes nothing', async ({ browser }) => {
    const page = await signedIn(browser, 'Author', 'author');
    await page.goto('/insights/missing?period=year');
    const row = main(page).getByRole('row').filter({ hasText: missing });
    await expect(row).toContainText('Planned');
    await expect(row.getByRole('button')).toHaveCount(0);
  });
});

test('who searched in vain leaves an address, and is told once when it is closed', async ({
  browser,
}) => {
  test.setTimeout(90_000);
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: false,
    userAgent: newBrowserName(),
  });
  const reader = await context.newPage();
  await reader.goto(`/search?q=${rare}+teleport`);
  await reader.getByLabel('Tell me when there is an answer').fill('nobody at all');
  // The browser itself would hold it back.
  await reader.locator('form[action*=tellMe]').evaluate((form: HTMLFormElement) => {
    form.noValidate = true;
  });
  await reader.getByRole('button', { name: 'Tell me' }).click();
  await expect(main(reader).getByRole('alert')).toContainText('not an e-mail address');
  const field = reader.getByLabel('Tell me when there is an answer');
  await expect(field).toHaveValue('nobody at all');
  await field.fill(`${rare}@example.com`);
  await reader.getByRole('button', { name: 'Tell me' }).click();
  await expect(reader.getByText('You will get one mail')).toBeVisible();

  const page = await moderatorAt(browser, '/insights/searches');
  const row = main(page)
    .getByRole('row')
    .filter({ hasText: `${rare} teleport` })
    .first();
  await expect(main(page)).not.toContainText(`${rare}@example.com`);
  await row.getByText('State:').click();
  await row.getByLabel('State').selectOption('fixed');
  await row.getByLabel('Note', { exact: true }).fill('There is an article now.');
  await row.getByLabel(/tell the reader/).check();
  await row.getByRole('button', { name: 'Save' }).click();
  await expect(main(page).getByRole('status')).toHaveText('Saved.');
  await expect(row).toContainText('There is an article now.');

  const db = openDatabase();
  const mails = await db
    .selectFrom('mails')
    .select(['kind', 'text_body'])
    .where('recipient', '=', `${rare}@example.com`)
    .execute();
  const waiting = await db
    .selectFrom('waiting_readers')
    .selectAll()
    .where('email', '=', `${rare}@example.com`)
    .execute();
  await db.destroy();
  expect(mails).toMatchObject([{ kind: 'waiting-reader' }]);
  expect(mails[0]!.text_body).toContain('> There is an article now.');
  expect(waiting).toEqual([]);
});

test('a comment may come with an address, and not an address without one', async ({
  browser,
  request,
}) => {
  const path = '/articles/using/search';
  const context = await browser.newContext({
    baseURL: url,
    javaScriptEnabled: false,
    userAgent: newBrowserName(),
  });
  const reader = await context.newPage();
  const revision = await revisionOf(request, path);
  expect(revision).not.toBe('');
  await reader.goto(path);
  await reader.getByRole('button', { name: 'No', exact: true }).click();
  await takeTime();
  const field = reader.getByLabel('Tell me when this page has been improved');
  await field.fill(`c-${rare}@example.com`);
  await reader.getByRole('button', { name: 'Send' }).click();
  await expect(main(reader).getByRole('alert')).toContainText('what is missing');
  await expect(field).toHaveValue(`c-${rare}@example.com`);
  await reader.getByLabel('Comment').fill(`Where is the ${rare}?`);
  await takeTime();
  await reader.getByRole('button', { name: 'Send' }).click();
  await expect(reader.getByText('Thank you.')).toBeVisible();
  const db = openDatabase();
  const waiting = await db
    .selectFrom('waiting_readers')
    .select('kind')
    .where('email', '=', `c-${rare}@example.com`)
    .execute();
  await db.destroy();
  expect(waiting).toEqual([{ kind: 'comment' }]);
});
