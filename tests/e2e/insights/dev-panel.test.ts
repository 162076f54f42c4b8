import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { sql } from 'kysely';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { giveFeedback } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { keepReports } from '#src/features/insights/keep-reports.ts';
import { readContent } from '#src/features/content/read-content.ts';
import { test } from '#tests/e2e/security/site.ts';
import { factsOf } from '#tests/integration/feedback/sample-articles.ts';
import { startDev } from '#tests/support/dev-site.ts';
import { clicked, sampleEvents, searched, view } from '#tests/support/sample-events.ts';

const TEXT = `---
title: Export your data
---

First words.

## As a spreadsheet

Open the menu.

## By mail

We send it.
`;

test('the panel of npm run dev shows what readers say, where they say it', async ({
  site,
  page,
}) => {
  test.setTimeout(180_000);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'dev-panel-'));
  const contentDir = path.join(folder, 'content');
  const shelf = path.join(contentDir, 'articles', 'en', 'using');
  fs.mkdirSync(shelf, { recursive: true });
  fs.writeFileSync(path.join(shelf, 'export.md'), TEXT);
  const { db } = site;
  const now = new Date();
  const { articles } = await readContent(contentDir, { includeDrafts: false, now });
  const [article] = articles;
  await syncArticles(db, articles, 'en', new Date(now.getTime() - 90 * 3_600_000));
  const { rows } = await sql<{ id: number }>`
    SELECT id FROM articles WHERE slug = 'export'`.execute(db);
  const yesterday = new Date(now.getTime() - 26 * 3_600_000);
  await giveFeedback(
    db,
    {
      article: factsOf(article!),
      revision: article!.revision,
      locale: 'en',
      answer: 'no',
      reason: 'outdated',
      section: 'as-a-spreadsheet',
      comment: 'There is no <b>menu</b>.',
    },
    { code: 'eve', codeYesterday: undefined },
    yesterday,
  );
  const at = yesterday.toISOString();
  const later = new Date(yesterday.getTime() + 60_000).toISOString();
  await sampleEvents(db, [
    { ...searched('ann', 0, 'data by mail', 'partial'), at },
    { ...clicked('ann', 0, 'data by mail', rows[0]!.id, 1), at: later },
    view('ann', later, rows[0]!.id, 40),
  ]);
  await rollUpEvents(db, now);
  await keepReports(db, now);

  const dev = await startDev({
    CONTENT_DIR: contentDir,
    DATA_DIR: path.join(folder, 'data'),
    DATABASE_URL: site.settings['DATABASE_URL'] ?? '',
  });
  try {
    await page.goto(`${dev.url}/articles/using/export`);
    const panel = page.locator('astro-dev-toolbar-app-canvas[data-app-id="helpmark-readers"]');
    await expect(panel.locator('li')).toHaveCount(2, { timeout: 30_000 });
    const readers = page.locator('astro-dev-toolbar').getByRole('button', { name: 'Readers' });
    await readers.focus();
    await page.keyboard.press('Enter');
    await expect(panel.getByText('1 view, 1 read')).toBeVisible();
    await expect(panel.getByText('There is no <b>menu</b>.')).toBeVisible();
    await expect(panel.getByText('data by mail')).toBeVisible();
    const marked = page.getByRole('heading', { name: 'As a spreadsheet' });
    await expect(marked).toHaveCSS('outline-style', 'dashed');
    await expect(page.getByRole('heading', { name: 'By mail' })).toHaveCSS(
      'outline-style',
      'dashed',
    );
    const button = marked.getByRole('button', { name: '1 from readers' });
    await button.focus();
    await page.keyboard.press('Enter');
    await expect(panel.locator('li[data-section="as-a-spreadsheet"]')).toBeFocused();
    await page.screenshot({ path: test.info().outputPath('panel.png') });
    await readers.click();
    await expect(marked).not.toHaveCSS('outline-style', 'dashed');
    await expect(button).toHaveCount(0);
  } finally {
    await dev.stop();
    fs.rmSync(folder, { recursive: true, force: true });
  }
});

test('nothing of it is in a build', async ({ site }) => {
  const answer = await fetch(`${site.url}/dev/insights.json?path=/articles/using/export`);
  expect(answer.status).toBe(404);
  const built = fs
    .readdirSync(site.env.BUILD_DIR, { recursive: true, encoding: 'utf8' })
    .map((file) => path.join(site.env.BUILD_DIR, file))
    .filter((file) => /\.(m?js|html|css)$/.test(file) && fs.statSync(file).isFile());
  expect(built.length).toBeGreaterThan(50);
  const telling = built.filter((file) =>
    /helpmark-readers|astro-dev-toolbar|dev\/insights\.json/.test(fs.readFileSync(file, 'utf8')),
  );
  expect(telling).toEqual([]);
});
