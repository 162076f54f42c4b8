import AxeBuilder from '@axe-core/playwright';
import { expect, test as loudTest, type Page } from '@playwright/test';
import { signedIn } from '#tests/e2e/community/members.ts';
import { test } from '#tests/e2e/pages/quiet-page.ts';
import { ask } from '#tests/integration/search/sample-questions.ts';
import { createDatabase } from '#src/server/database.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { webServer } from '#tests/support/e2e-site.ts';
import { searchBox } from './search-box.ts';

// A word that no article has, nor its beginning, and no other test's question.
const word = `vvzx${Math.random()
  .toString(36)
  .replace(/[^a-z]/g, '')}`;
const markup = '<img src=x onerror=alert(1)>';

test.beforeAll(async () => {
  const connection = readConnection(webServer.env['DATA_DIR'] ?? '');
  if (!connection) throw new Error('the tested site has no database');
  const db = createDatabase(connectionUrl(connection), { connections: 1 });
  try {
    const { id } = await db
      .insertInto('members')
      .values({
        handle: word.slice(0, 20),
        name: 'Zoe',
        email: `${word}@example.com`,
        locale: 'en',
        created_at: new Date(),
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    await ask(db, id, [
      { title: `Where does the ${word} sleep?`, answers: ['In the stable.'], isSolved: true },
      { title: `Is ${markup} a ${word}?`, tags: ['one', 'two', 'three', 'four', 'five'] },
      { title: `${word} `.repeat(12).slice(0, 150), category: 'writing' },
      { title: 'Nothing about it', answers: [`A ${word} needs a snippet of hay.`] },
      { title: `Das ${word} auf Deutsch`, locale: 'de' },
      ...Array.from({ length: 22 }, (_, at) => ({ title: `Number ${at} of the many${word}` })),
    ]);
  } finally {
    await db.destroy();
  }
});

const community = (page: Page) => page.getByRole('region', { name: 'From the community' });
const titles = (page: Page) => page.getByRole('main').getByRole('heading', { level: 3 });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the page of results has questions beside the articles, and can narrow them', async ({
    page,
  }) => {
    await page.goto('/search?q=snippet');
    const headings = page.getByRole('main').getByRole('heading', { level: 2 });
    await expect(headings).toHaveText(['Articles', 'From the community']);
    await page.goto(`/search?q=${word}`);
    // The solved one stands in the list, the others below.
    await expect(headings).toHaveText(['Articles and solved questions', 'From the community']);
    await expect(community(page).getByRole('listitem')).toHaveCount(3);
    await community(page).getByRole('link', { name: 'Not solved yet' }).click();
    await expect(page).toHaveURL(/state=unsolved/);
    await expect(community(page).getByRole('listitem')).toHaveCount(3);
    await community(page).getByRole('link', { name: 'Solved', exact: true }).click();
    await community(page)
      .getByRole('link', { name: `Where does the ${word} sleep?` })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toContainText(word);
  });

  test('the community is searched from its own pages', async ({ page }) => {
    await page.goto('/community/categories/writing');
    await page.getByRole('textbox', { name: 'Search the community' }).fill(word);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(`/community/search?q=${word}&category=writing`);
    await expect(titles(page)).toHaveCount(1);
    await page.getByRole('link', { name: 'All questions' }).click();
    await expect(titles(page)).toHaveCount(4);
    await page.getByRole('link', { name: 'Solved', exact: true }).click();
    await expect(titles(page)).toHaveText([`Where does the ${word} sleep?`]);
    await expect(titles(page).locator('mark')).toHaveText(word);
    await page.getByRole('link', { name: 'Show all languages' }).click();
    await page.getByRole('link', { name: 'All', exact: true }).click();
    await expect(titles(page)).toHaveCount(5);
  });

  test('an answer that was found is led to', async ({ page }) => {
    await page.goto(`/community/search?q=${word} hay`);
    await page.getByRole('link', { name: 'Nothing about it' }).click();
    await expect(page).toHaveURL(/\?answer=\d+#answer-\d+$/);
    await expect(page.locator(':target')).toContainText('hay');
  });

  test('more results are on further pages', async ({ page }) => {
    await page.goto(`/community/search?q=many${word}`);
    await expect(titles(page)).toHaveCount(20);
    await page.getByRole('link', { name: 'More results' }).click();
    await expect(titles(page)).toHaveCount(2);
    await page.getByRole('link', { name: 'Previous results' }).click();
    await expect(titles(page)).toHaveCount(20);
    await page.goto(`/community/search?q=many${word}&page=9`);
    await expect(page).toHaveURL(`/community/search?q=many${word}`);
  });

  test('where nothing is found, the question can be asked', async ({ browser, page }) => {
    await page.goto('/community/search?q=flying+hippopotamus+rules');
    await expect(page.getByText('No question has all the words')).toBeVisible();
    const link = page.getByRole('link', { name: 'Ask a question' });
    const member = await signedIn(browser, 'Hippo');
    await member.goto((await link.getAttribute('href')) ?? '');
    await expect(member.getByLabel('Title')).toHaveValue('flying hippopotamus rules');
  });

  test('what members wrote is shown as text', async ({ page }) => {
    for (const path of ['/search', '/community/search']) {
      await page.goto(`${path}?q=${word}`);
      await expect(page.getByRole('link', { name: `Is ${markup} a ${word}?` })).toBeVisible();
      await expect(page.locator('main img')).toHaveCount(0);
    }
  });
});

test('with JavaScript, states and words change the results without a new page', async ({
  page,
}) => {
  await page.goto('/search?q=snippet');
  await page.evaluate(() => Object.assign(window, { isSamePage: true }));
  await page.getByRole('textbox').fill(word);
  await expect(page.getByRole('status')).toContainText('3 questions');
  const solved = community(page).getByRole('link', { name: 'Solved', exact: true });
  await solved.click();
  await expect(page).toHaveURL(new RegExp(`q=${word}&state=solved$`));
  await expect(solved).toBeFocused();
  await expect(community(page).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('textbox').fill('flying hippopotamus');
  await expect(page).toHaveURL(/state=solved$/);
  await expect(community(page).getByText('No question has all the words')).toBeVisible();
  await page.goBack();
  expect(await page.evaluate(() => 'isSamePage' in window)).toBe(true);
});

test.describe('in the list of the search box', () => {
  test('questions stand below the articles and are reached by the keyboard', async ({ page }) => {
    await page.goto('/');
    const { list, options, active, status, input } = searchBox(page);
    await page.keyboard.press('/');
    await input.pressSequentially('snippet');
    const group = list.getByRole('group', { name: 'From the community' });
    await expect(group.getByRole('option').first()).toContainText('Nothing about it');
    await expect(list.getByRole('group').last()).toHaveAccessibleName('From the community');
    await expect(status).toHaveText(/\d+ articles \d questions?$/);
    await page.keyboard.press('ArrowUp');
    await expect(active).toContainText('Nothing about it');
    await expect(active).toHaveAttribute('id', /./);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/community\/questions\/\d+\/nothing-about-it\?answer=/);
    await expect(options).toHaveCount(0);
  });

  test('three at most, also where there is no article', async ({ page }) => {
    await page.goto('/');
    const { list, input } = searchBox(page);
    await page.keyboard.press('/');
    await input.pressSequentially(word);
    await expect(list.getByRole('option')).toHaveCount(3);
    await expect(list.getByRole('option').first()).toContainText('Solved');
    await expect(input).toHaveAttribute('aria-expanded', 'true');
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations).toEqual([]);
  });

  test('where there is neither, the way to ask is offered', async ({ page }) => {
    await page.goto('/');
    await page.keyboard.press('/');
    await page.keyboard.type('flying hippopotamus');
    const link = page.getByRole('link', { name: 'Ask about “flying hippopotamus”' });
    await expect(link).toHaveAttribute('href', /\/community\/ask\?title=flying\+hippopotamus&/);
  });

  loudTest('without the community, the articles stand alone', async ({ page }) => {
    await page.route('**/community/search.json*', (route) => route.fulfill({ status: 404 }));
    await page.goto('/');
    const { list, options, input } = searchBox(page);
    const tried = page.waitForResponse('**/community/search.json*');
    await page.keyboard.press('/');
    await input.pressSequentially('snippet');
    await expect(options.first()).toBeVisible();
    await tried;
    await expect(list.getByRole('group', { name: 'From the community' })).toHaveCount(0);
  });
});

test('the answers for scripts are brief and may be kept for a moment', async ({ request }) => {
  const answer = await request.get(`/community/search.json?q=${word}`);
  expect(answer.headers()['cache-control']).toBe('public, max-age=30');
  expect(await answer.json()).toHaveLength(3);
  const elsewhere = await request.get(`/de/community/search.json?q=${word}`);
  expect(await elsewhere.json()).toHaveLength(1);
  expect((await request.get('/xx/community/search.json?q=a')).status()).toBe(404);
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const viewport of [
    { width: 320, height: 640 },
    { width: 1280, height: 800 },
  ]) {
    test.describe(`${viewport.width} px, ${colorScheme}`, () => {
      test.slow();
      test.use({ colorScheme, viewport });

      test('axe finds nothing, and nothing is wider than the window', async ({ page }) => {
        for (const path of [
          `/search?q=${word}`,
          `/search?q=${word}&state=solved`,
          `/community/search?q=${word}`,
          '/community/search?q=nothinglikethis',
          '/community/search',
          '/community?order=newest',
          '/community/tags/five',
          '/community/tags/nobody-has-this',
          '/ar/community?order=newest&languages=all',
        ]) {
          await page.goto(path);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations, path).toEqual([]);
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(width, path).toBeLessThanOrEqual(viewport.width);
        }
      });
    });
  }
}
