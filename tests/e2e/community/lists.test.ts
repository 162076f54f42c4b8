import { expect, test } from '@playwright/test';
import { signedIn } from './members.ts';

test.use({ javaScriptEnabled: false });

test('a list is of the page’s language, and quietly of all', async ({ page }) => {
  await page.goto('/ja/community?order=newest');
  await expect(page.getByText('この言語の質問はここにはまだありません')).toBeVisible();
  await page.getByRole('link', { name: 'すべての言語を表示' }).click();
  await expect(page).toHaveURL('/ja/community?order=newest&languages=all');
  await expect(page.locator('meta[name=robots]')).toHaveAttribute('content', 'noindex');
  const link = page.getByRole('link', { name: 'Atomフィード' });
  await expect(link).toHaveAttribute('href', /feed\.xml\?order=newest&languages=all$/);
});

test('every list has its feed', async ({ page, request }) => {
  for (const shelf of ['', '/categories/using', '/tags/some-tag']) {
    for (const order of ['', '?order=newest', '?order=unanswered', '?order=helpful']) {
      await page.goto(`/community${shelf}${order}`);
      const head = await page
        .locator('link[type="application/atom+xml"]')
        .last()
        .getAttribute('href');
      const { pathname, search } = new URL(head ?? '', page.url());
      expect(`${pathname}${search}`).toBe(`/community${shelf || '/feed'}.xml${order}`);
      await expect(page.getByRole('link', { name: 'Atom feed', exact: true })).toHaveAttribute(
        'href',
        `${pathname}${search}`,
      );
      const feed = await request.get(`${pathname}${search}`);
      expect(feed.status()).toBe(200);
      expect(feed.headers()['content-type']).toContain('application/atom+xml');
    }
  }
  expect((await request.get('/community/categories/nowhere.xml')).status()).toBe(404);
  expect((await request.get('/community/tags/No%20tag.xml')).status()).toBe(404);
  expect((await request.get('/community/tags/No%20tag')).status()).toBe(404);
});

test('what needs an answer is offered to members, who learn how it is filled', async ({
  browser,
  page,
}) => {
  await page.goto('/community');
  await expect(page.getByRole('link', { name: 'Needs your answer' })).toHaveCount(0);
  await page.goto('/community?order=needs-answer');
  await expect(page.getByRole('link', { name: 'Active' })).toHaveAttribute('aria-current', 'true');
  const member = await signedIn(browser, 'Nia');
  await member.goto('/community');
  await member.getByRole('link', { name: 'Needs your answer' }).click();
  await expect(member.getByText('Follow categories and tags that you know about')).toBeVisible();
});

test('search engines are led to the answered questions', async ({ request }) => {
  const robots = await (await request.get('/robots.txt')).text();
  const [, index = ''] = /Sitemap: (\S+\/community\/sitemap\.xml)/.exec(robots) ?? [];
  const list = await request.get(new URL(index).pathname);
  expect(list.headers()['content-type']).toContain('xml');
  expect(await list.text()).toContain('<sitemapindex');
  for (const file of ['0', '-1', 'x', '999999']) {
    expect((await request.get(`/community/sitemap/${file}.xml`)).status()).toBe(404);
  }
});
