import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { mailedPath } from '#tests/e2e/accounts/mailbox.ts';
import { url } from '#tests/support/e2e-site.ts';
import { browserCalled, called, eventsOf } from '#tests/support/recorded-events.ts';
import { signedIn } from './members.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const some = () => Math.random().toString(36).slice(2, 10);
const title = () => `Where do I find lost article ${some()}?`;
const body = 'I read it **yesterday** and cannot find it any more.';

/** The same member in a browser with JavaScript. */
async function scripted(browser: Browser, plain: Page, options: object = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: url,
    storageState: await plain.context().storageState(),
    ...options,
  });
  return context.newPage();
}

/** A browser in which nobody is signed in. */
async function stranger(browser: Browser, options: object = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, ...options });
  return context.newPage();
}

async function ask(page: Page, asked: string): Promise<string> {
  await page.goto('/community/ask');
  await page.getByLabel('Title').fill(asked);
  await page.getByLabel('Details').fill(body);
  await button(page, 'Continue').click();
  await button(page, 'Post my question').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked);
  return new URL(page.url()).pathname;
}

test.describe('suggestions beside the form', () => {
  test('come while one types, open beside, and end there', async () => {
    const agent = called('Suggest');
    const own = await browserCalled(agent);
    const page = await stranger(own, { userAgent: agent });
    await page.goto('/community/ask');
    const beside = page.locator('.suggestions');
    await expect(beside).toBeHidden();
    await page.getByLabel('Title').fill('How does the search find an article?');
    const link = beside.getByRole('link', { name: /Search/ }).first();
    await expect(link).toBeVisible();
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(beside.getByRole('status')).toHaveText(/may already answer this/);
    const [opened] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    await expect(opened).toHaveURL(/\/articles\/.+/);
    await opened.close();
    await expect(page.getByLabel('Title')).toHaveValue('How does the search find an article?');
    await beside.getByRole('button', { name: 'This solved it' }).first().click();
    await expect(page.getByRole('heading', { name: 'Glad that it is solved' })).toBeVisible();
    await expect
      .poll(async () => (await eventsOf(agent)).map(({ kind }) => kind))
      .toEqual(
        expect.arrayContaining([
          'form-started',
          'suggestion-shown',
          'suggestion-opened',
          'suggestion-solved',
        ]),
      );
    const events = await eventsOf(agent);
    expect(events.filter(({ kind }) => kind === 'form-started')).toHaveLength(1);
    expect(events.map(({ kind }) => kind)).not.toContain('form-abandoned');
    await own.close();
  });

  test('who goes away is counted as gone, who asks not to be counted is not', async () => {
    for (const isCounted of [true, false]) {
      const agent = called('Leave');
      const own = await browserCalled(agent);
      const page = await stranger(own, { userAgent: agent });
      if (!isCounted) {
        await page.addInitScript(() =>
          Object.defineProperty(navigator, 'globalPrivacyControl', { value: true }),
        );
      }
      await page.goto('/community/ask');
      await page.getByLabel('Title').fill('zzzz');
      await page.goto('/community');
      const kinds = async () => (await eventsOf(agent)).map(({ kind }) => kind);
      if (isCounted) await expect.poll(kinds).toEqual(['form-started', 'form-abandoned']);
      await page.waitForTimeout(500);
      if (!isCounted) expect(await kinds()).toEqual([]);
      await own.close();
    }
  });

  test('are a step of their own without JavaScript, with the same end', async ({ browser }) => {
    const agent = called('Plain');
    const page = await stranger(browser, { userAgent: agent, javaScriptEnabled: false });
    await page.goto('/community/ask');
    await page.getByLabel('Title').fill('How does the search find an article?');
    await page.getByLabel('Details').fill(body);
    await button(page, 'Continue').click();
    await page.getByRole('button', { name: 'This solved it' }).first().click();
    await expect(page.getByRole('heading', { name: 'Glad that it is solved' })).toBeVisible();
    const events = await eventsOf(agent);
    expect(new Set(events.map(({ kind }) => kind))).toEqual(
      new Set(['form-started', 'suggestion-shown', 'suggestion-solved']),
    );
  });
});

test('the beacon’s door answers everybody alike, and refuses other sites', async ({ request }) => {
  const post = (data: string, origin = url) =>
    request.post('/events', { data, headers: { Origin: origin, 'Content-Type': 'text/plain' } });
  for (const text of ['', 'x', '{}', '[1]', JSON.stringify({ locale: 'en', events: [] })]) {
    const answer = await post(text);
    expect([answer.status(), await answer.text()]).toEqual([204, '']);
  }
  expect((await post('{}', 'https://elsewhere.test')).status()).toBe(403);
});

test('the last search and the article come along, and can be left out', async ({ browser }) => {
  const plain = await signedIn(browser, 'Sunniva');
  const page = await scripted(browser, plain);
  await page.goto('/search?q=feedback+jane%40example.com');
  await page.goto('/search?q=feedback');
  await page.locator('.found ol a').first().click();
  await page.getByRole('link', { name: 'Ask the community about this' }).click();
  const searched = page.getByLabel('I searched for “feedback”');
  await expect(searched).toBeChecked();
  await expect(page.getByLabel(/^Show that I come from/)).toBeChecked();
  const asked = title();
  await page.getByLabel('Title').fill(asked);
  await page.getByLabel('Details').fill(body);
  await page.getByLabel(/^Show that I come from/).uncheck();
  await button(page, 'Post my question').click();
  await expect(page.getByText('Searched for “feedback” before')).toBeVisible();
  await expect(page.getByText('Asked while reading')).toHaveCount(0);

  await plain.goto('/search?q=feedback+jane%40example.com');
  await plain.getByRole('main').getByRole('link', { name: 'Ask a question' }).click();
  await expect(plain.getByLabel('I searched for “feedback […]”')).toBeChecked();
});

for (const javaScriptEnabled of [true, false]) {
  const how = javaScriptEnabled ? 'with' : 'without';
  test(`what a stranger typed is there after signing up, ${how} JavaScript`, async ({
    browser,
  }) => {
    const page = await stranger(browser, { javaScriptEnabled });
    const asked = title();
    await page.goto('/community/ask?searched=lost');
    await page.getByLabel('Title').fill(asked);
    await page.getByLabel('Details').fill(body);
    await page.getByLabel('Tags').fill('lost');
    if (!javaScriptEnabled) await button(page, 'Continue').click();
    await button(page, 'Post my question').click();
    const alert = page.getByRole('main').getByRole('alert');
    await expect(alert).toContainText('kept for three days');
    await expect(page.getByLabel('Title')).toHaveValue(asked);
    await alert.getByRole('link', { name: 'Sign up' }).click();
    const name = `new-${some()}`;
    await page.getByLabel('Name').fill('New Comer');
    await page.getByLabel('Handle').fill(name);
    await page.getByLabel('E-mail address').fill(`${name}@example.com`);
    await page.getByLabel('Password').fill('a long enough pass phrase');
    await button(page, 'Sign up').click();
    await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeVisible();
    await page.goto(await mailedPath(`${name}@example.com`));
    await button(page, 'Open my account').click();
    await expect(page.getByLabel('Title')).toHaveValue(asked);
    await expect(page.getByLabel('Details')).toHaveValue(body);
    await expect(page.getByLabel('Tags')).toHaveValue('lost');
    await expect(page.getByLabel('I searched for “lost”')).toBeChecked();
    if (!javaScriptEnabled) await button(page, 'Continue').click();
    await button(page, 'Post my question').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked);
  });
}

test('an answer survives signing in half-way', async ({ browser }) => {
  const path = await ask(await signedIn(browser, 'Emine'), title());
  const page = await stranger(browser, { javaScriptEnabled: false });
  await page.goto(path);
  await page.getByLabel('Your answer').fill('Look into the archive of last week.');
  await button(page, 'Post answer').click();
  await expect(page.getByLabel('Your answer')).toHaveValue('Look into the archive of last week.');
  const way = await page
    .getByRole('main')
    .getByRole('alert')
    .getByRole('link', { name: 'Sign in' })
    .getAttribute('href');
  const next = new URL(way ?? '', url).searchParams.get('next') ?? '';
  const member = await signedIn(browser, 'Femke');
  await member.goto(next);
  await expect(member.getByLabel('Your answer')).toHaveValue('Look into the archive of last week.');
  await button(member, 'Post answer').click();
  await expect(member.getByRole('heading', { name: '1 answer' })).toBeVisible();
  await member.goto(next);
  await expect(member.getByLabel('Your answer')).toHaveValue('');
});

test('what a member types is kept while they type', async ({ browser }) => {
  const plain = await signedIn(browser, 'Dragan');
  const path = await ask(await signedIn(browser, 'Elin'), title());
  const page = await scripted(browser, plain);
  await page.goto(path);
  await page.getByText('Add a comment').click();
  await page.getByLabel('Comment', { exact: true }).fill('Have you looked');
  await expect(page.getByText('Draft saved')).toBeVisible();
  // Leaving at once keeps it too.
  await page.getByLabel('Your answer').fill('Half an answer');
  await page.goto('/community');
  await plain.waitForTimeout(500);
  await plain.goto(path);
  await expect(plain.getByLabel('Comment', { exact: true })).toHaveValue('Have you looked');
  await expect(plain.getByLabel('Your answer')).toHaveValue('Half an answer');
});

test.describe('the composer', () => {
  async function writing(browser: Browser, options: object = {}): Promise<Page> {
    const plain = await signedIn(browser, 'Wanda');
    const page = await scripted(browser, plain, options);
    await page.goto('/community/ask');
    await page.getByLabel('Details').click();
    await expect(page.getByRole('toolbar', { name: 'Formatting' })).toBeVisible();
    return page;
  }
  const text = (page: Page) => page.getByLabel('Details');

  test('shows the text as it will look', async ({ browser }) => {
    const page = await writing(browser);
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview).toContainText('the way readers will see it');
    await page.keyboard.type('Some **bold** words<script>x</script>');
    await expect(preview.locator('strong')).toHaveText('bold');
    await expect(preview.locator('script')).toHaveCount(0);
    await expect(button(page, 'Preview')).toBeHidden();
  });

  test('has tools for the mouse and the keyboard, and undoes what they did', async ({
    browser,
  }) => {
    const page = await writing(browser);
    await page.keyboard.type('word');
    await page.keyboard.press('Shift+Home');
    await button(page, 'Bold').click();
    await expect(text(page)).toHaveValue('**word**');
    await page.keyboard.press('Control+b');
    await expect(text(page)).toHaveValue('word');
    await page.keyboard.press('Control+i');
    await expect(text(page)).toHaveValue('_word_');
    await page.keyboard.press('Control+z');
    await expect(text(page)).toHaveValue('word');
    await text(page).fill('one\ntwo');
    await text(page).selectText();
    await button(page, 'List').click();
    await expect(text(page)).toHaveValue('- one\n- two');
    await page.keyboard.press('Control+Shift+Digit8');
    await page.keyboard.press('Control+Shift+Period');
    await expect(text(page)).toHaveValue('> one\n> two');
    await text(page).fill('https://example.com');
    await text(page).selectText();
    await page.keyboard.press('Control+k');
    await expect(text(page)).toHaveValue('[](https://example.com)');
    await expect(text(page)).toBeFocused();
  });

  test('its tools are one stop, with arrows within', async ({ browser }) => {
    const page = await writing(browser);
    await page.keyboard.press('Shift+Tab');
    await expect(button(page, 'Bold')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(button(page, 'Italic')).toBeFocused();
    await page.keyboard.press('End');
    await expect(button(page, 'Picture')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(button(page, 'Bold')).toBeFocused();
    await page.keyboard.press('Tab');
    await expect(text(page)).toBeFocused();
  });

  test('offers members after an @ and articles after [[', async ({ browser }) => {
    const friend = await signedIn(browser, `Friend${some()}`);
    await friend.goto('/account');
    const handle = await friend.getByLabel('Handle').inputValue();
    const page = await writing(browser);
    await page.keyboard.type(`Thanks @${handle.slice(0, -3)}`);
    await expect(page.getByRole('option', { name: `@${handle}` })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(text(page)).toHaveValue(`Thanks @${handle} `);
    await page.keyboard.type('see [[search in');
    await expect(page.getByRole('listbox', { name: 'Articles' })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(text(page)).toHaveValue(
      `Thanks @${handle} see [Search in detail](/articles/using/search) `,
    );
    const preview = page.getByRole('region', { name: 'Preview' });
    await expect(preview.locator(`a[href="/members/${handle}"]`)).toBeVisible();
    await page.keyboard.type('@zzzz');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('listbox')).toHaveCount(0);
  });

  test('takes an image that is dropped or chosen', async ({ browser }) => {
    const page = await writing(browser);
    await page.keyboard.type('Look: ');
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      button(page, 'Picture').click(),
    ]);
    const file = { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from(png, 'base64') };
    await chooser.setFiles(file);
    await expect(text(page)).toHaveValue(/^Look: !\[[^\]]*\]\(\/uploads\/[^)]+\)$/);
    const broken = { ...file, name: 'b.png', buffer: Buffer.from('no image') };
    const [again] = await Promise.all([
      page.waitForEvent('filechooser'),
      button(page, 'Picture').click(),
    ]);
    await again.setFiles(broken);
    await expect(page.locator('.composer-state')).not.toHaveText(/^(Uploading.*|)$/);
    await expect(text(page)).toHaveValue(/^Look: !\[[^\]]*\]\(\/uploads\/[^)]+\)$/);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing on a phone, ${colorScheme}`, async ({ browser }) => {
      test.setTimeout(60_000);
      const page = await writing(browser, { colorScheme, viewport: { width: 320, height: 800 } });
      await page.getByLabel('Title').fill('How does the search find an article?');
      await text(page).click();
      await page.keyboard.type('**bold** and [[sea');
      await expect(page.locator('.suggestions')).toBeVisible();
      await expect(page.getByRole('listbox')).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overhang = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overhang).toBe(0);
    });
  }
});

test('a text is quoted, whole without JavaScript, and what is selected with it', async ({
  browser,
}) => {
  const asker = await signedIn(browser, 'Quinta');
  const path = await ask(asker, title());
  const plain = await signedIn(browser, 'Rui');
  await plain.goto(path);
  await plain.getByRole('link', { name: 'Quote' }).click();
  await expect(plain.getByLabel('Your answer')).toHaveValue(
    new RegExp(`^> ${body.replaceAll('*', '\\*')}\n>\n> — @quinta-`),
  );
  const page = await scripted(browser, plain);
  await page.goto(path);
  await page.locator('#question .prose strong').selectText();
  await page.getByRole('link', { name: 'Quote' }).hover();
  await page.waitForLoadState('networkidle');
  await page.getByRole('link', { name: 'Quote' }).click();
  await expect(page.getByLabel('Your answer')).toHaveValue(/^> yesterday\n>\n> — @quinta-/);
  expect(new URL(page.url()).search).toBe('');
});

test('a name in double brackets becomes a link, or is told of', async ({ browser }) => {
  const page = await signedIn(browser, 'Sami');
  const path = await ask(page, title());
  await page.goto(path);
  await page.getByLabel('Your answer').fill('It is in [[search in detail]], I believe.');
  await button(page, 'Post answer').click();
  const link = page.locator('.answers').getByRole('link', { name: 'Search in detail' });
  await expect(link).toHaveAttribute('href', '/articles/using/search');
  await page.getByLabel('Your answer').fill('It is in [[no such article]], I believe.');
  await button(page, 'Post answer').click();
  await expect(page.getByText('A name in double brackets fits no article')).toBeVisible();
  await expect(page.getByText('[[no such article]]')).toBeVisible();
});

test('a first visit to a question is light, and the composer comes when it is wanted', async ({
  browser,
}) => {
  const path = await ask(await signedIn(browser, 'Tove'), title());
  const page = await stranger(browser);
  const client = await page.context().newCDPSession(page);
  await client.send('Network.enable');
  let bytes = 0;
  client.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(path);
  await page.waitForLoadState('networkidle');
  const before = bytes;
  test.info().annotations.push({ type: 'weight', description: `${before} bytes` });
  expect(before).toBeLessThan(40_000);
  await page.getByLabel('Your answer').click();
  await expect(page.getByRole('toolbar')).toBeVisible();
  expect(bytes).toBeGreaterThan(before);
});
