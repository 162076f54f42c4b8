import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { writeCursor } from '#src/features/community/list-cursor.ts';
import { signedIn } from './members.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const main = (page: Page) => page.getByRole('main');
const title = () => `How do I keep order ${Math.random().toString(36).slice(2)}?`;

/** Asks a question, through the step before it is posted. @returns its path */
async function ask(page: Page, asked: string, body: string): Promise<string> {
  await page.goto('/community/ask');
  await page.getByLabel('Title').fill(asked);
  await page.getByLabel('Details').fill(body);
  await button(page, 'Continue').click();
  await button(page, 'Post my question').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(asked);
  return new URL(page.url()).pathname;
}

async function answer(page: Page, path: string, body: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Your answer').fill(body);
  await button(page, 'Post answer').click();
}

test('readers flag a text until it is hidden; one moderator decides, and undoes it', async ({
  browser,
  request,
}) => {
  test.setTimeout(90_000);
  const asked = title();
  const asker = await signedIn(browser, 'Amira');
  const path = await ask(asker, asked, 'I sorted everything and it is in disorder again.');
  const spammer = await signedIn(browser, 'Sly');
  await answer(spammer, path, 'Buy a wonderful broom in my shop around the corner.');
  await expect(main(spammer).getByRole('link', { name: 'Flag' })).toHaveCount(1);

  for (const name of ['Bo', 'Chidi', 'Dana']) {
    const reader = await signedIn(browser, name);
    await reader.goto(path);
    await main(reader).locator('article').getByRole('link', { name: 'Flag' }).click();
    await button(reader, 'Send to the moderators').click();
    await expect(main(reader).getByRole('alert')).toContainText('choose what is wrong');
    await reader.getByLabel('It is spam or advertising').check();
    await reader.getByLabel('What should the moderators know?').fill('A shop.');
    await button(reader, 'Send to the moderators').click();
    await expect(main(reader).getByRole('status')).toContainText('waits for a moderator');
  }
  expect(await (await request.get(path)).text()).not.toContain('wonderful broom');
  await spammer.goto(path);
  await expect(spammer.getByText('Readers have flagged this.')).toBeVisible();

  const moderator = await signedIn(browser, 'Mo', 'moderator');
  const other = await signedIn(browser, 'Ola', 'moderator');
  await moderator.goto(path);
  await moderator
    .getByRole('banner')
    .getByRole('link', { name: /^To look at: / })
    .click();
  await main(moderator).getByRole('link', { name: asked }).last().click();
  await expect(main(moderator).getByText('A shop.')).toHaveCount(3);
  const item = new URL(moderator.url()).pathname;
  await other.goto(item);
  await expect(main(other)).toContainText('Mo is looking at this');
  await expect(button(other, 'Delete it')).toHaveCount(0);
  await button(moderator, 'Delete it').click();
  await expect(main(moderator).getByRole('alert')).toContainText('owed a reason');
  await moderator.getByLabel('Reason').fill('Advertising');
  await button(moderator, 'Delete it').click();
  await expect(main(moderator).getByRole('status')).toContainText('Done');
  await spammer.goto('/account');
  await expect(main(spammer)).toContainText(`Your text at “${asked}” was taken down.`);

  await moderator.goto('/moderation/log?kind=refuse');
  await button(moderator, 'Undo').first().click();
  await expect(main(moderator)).toContainText('Taken back by Mo');
  await other.goto(item);
  await button(other, 'Keep it').click();
  await expect(main(other).getByRole('status')).toContainText('Done');
  expect(await (await request.get(path)).text()).toContain('wonderful broom');
});

test('a first post with a link waits, is kept, and stands there', async ({ browser, request }) => {
  const asked = title();
  const newcomer = await signedIn(browser, 'Nia', 'member', { isNew: true });
  const path = await ask(
    newcomer,
    asked,
    'It is just as at https://order.example/help, is it not?',
  );
  await expect(main(newcomer)).toContainText('This waits for a moderator.');
  expect((await request.get(path)).status()).toBe(404);

  const moderator = await signedIn(browser, 'Mo', 'moderator');
  await moderator.goto('/moderation');
  await main(moderator).getByRole('link', { name: asked }).click();
  await expect(main(moderator)).toContainText('links to other sites');
  await moderator.getByLabel('Add a comment, if you keep it').selectOption('Welcome');
  await button(moderator, 'Keep it').click();
  const page = await request.get(path);
  expect(page.status()).toBe(200);
  expect(await page.text()).toContain('Welcome, Nia');
  await newcomer.goto('/community?order=newest');
  await expect(main(newcomer).getByRole('link', { name: asked })).toBeVisible();
});

test('what waits can be mended by its author, and nobody decides on what they have not read', async ({
  browser,
  request,
}) => {
  const asked = title();
  const newcomer = await signedIn(browser, 'Nuri', 'member', { isNew: true });
  const path = await ask(newcomer, asked, 'It is as at https://order.example/old, is it not?');
  const moderator = await signedIn(browser, 'Mo', 'moderator');
  await moderator.goto('/moderation');
  await main(moderator).getByRole('link', { name: asked }).click();

  await newcomer.getByRole('link', { name: 'Edit', exact: true }).click();
  await newcomer.getByLabel('Details').fill('It is as at https://order.example/new, is it not?');
  await button(newcomer, 'Save').click();
  await expect(main(newcomer)).toContainText('This waits for a moderator.');
  await expect(main(newcomer)).toContainText('order.example/new');
  expect((await request.get(path)).status()).toBe(404);

  await button(moderator, 'Keep it').click();
  await expect(main(moderator).getByRole('alert')).toContainText('changed since you opened it');
  await expect(main(moderator)).toContainText('order.example/new');
  await button(moderator, 'Keep it').click();
  await expect(main(moderator).getByRole('status')).toContainText('Done');
  expect(await (await request.get(path)).text()).toContain('order.example/new');
  const history = path.replace(/questions\/(\d+).*/, 'history/question/$1');
  const told = await (await request.get(history)).text();
  expect(told).not.toContain('order.example/old');
  expect(told).toContain('There is no earlier version to read.');
});

test('a silenced member reads why in place of every form, until it is lifted', async ({
  browser,
}) => {
  const rude = await signedIn(browser, 'Rex');
  const path = await ask(rude, title(), 'Why is everything in such a terrible disorder?');
  const moderator = await signedIn(browser, 'Mo', 'moderator');
  await moderator.goto(path);
  await main(moderator).getByRole('link', { name: 'Rex' }).first().click();
  await main(moderator).getByRole('link', { name: 'All about Rex, and sanctions' }).click();
  await moderator.getByLabel('What', { exact: true }).selectOption('silence');
  await moderator.getByLabel(/^For how long/).selectOption('3');
  await moderator.getByLabel('Reason').first().fill('Shouting');
  await button(moderator, 'Impose a sanction').click();
  await expect(main(moderator)).toContainText('Shouting');

  for (const place of [path, '/community/ask', '/account']) {
    await rude.goto(place);
    await expect(main(rude)).toContainText(/You cannot write until .*The reason: Shouting/);
  }
  await expect(rude.getByLabel('Your answer')).toHaveCount(0);
  await button(moderator, 'Lift').click();
  await rude.goto(path);
  await expect(rude.getByLabel('Your answer')).toBeVisible();
});

test('a moderator puts a canned reply into an answer without losing what is typed', async ({
  browser,
}) => {
  const path = await ask(
    await signedIn(browser, 'Amira'),
    title(),
    'Which version do I have then?',
  );
  const moderator = await signedIn(browser, 'Mo', 'moderator');
  await moderator.goto(path);
  await moderator.getByLabel('Your answer').fill('Good morning.');
  await moderator.getByLabel('Canned reply').selectOption('Which version');
  await button(moderator, 'Insert').click();
  await expect(moderator.getByLabel('Your answer')).toHaveValue(
    /^Good morning\.\n\nHello Amira, could you add which version/,
  );
});

test('a limit is told in words, and what was typed stays', async ({ browser }) => {
  const newcomer = await signedIn(browser, 'Quick', 'member', { isNew: true });
  await ask(newcomer, title(), 'The first of two questions in a hurry, with details.');
  await newcomer.goto('/community/ask');
  const asked = title();
  await newcomer.getByLabel('Title').fill(asked);
  await newcomer.getByLabel('Details').fill('The second of two questions in a hurry.');
  await button(newcomer, 'Continue').click();
  await button(newcomer, 'Post my question').click();
  await expect(main(newcomer).getByRole('alert')).toContainText(/Please wait \d+ seconds?/);
  await expect(newcomer.getByLabel('Title')).toHaveValue(asked);
});

test('the queue is for moderators', async ({ browser, request }) => {
  const member = await signedIn(browser, 'Eve');
  for (const path of ['/moderation', '/moderation/items/1', '/moderation/records/eve']) {
    expect((await member.goto(path))?.status()).toBe(403);
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(303);
    expect(answer.headers()['location']).toContain('/account/sign-in');
  }
});

test('a page of the queue on which everything is decided leads to the first one', async ({
  browser,
}) => {
  const moderator = await signedIn(browser, 'Mo', 'moderator');
  await moderator.goto(`/moderation?after=${writeCursor({ value: 9_999_999_999_999, id: 1 })}`);
  await expect(moderator).toHaveURL('/moderation');
});

for (const scheme of ['light', 'dark'] as const) {
  test(`axe finds nothing on the pages of moderation, ${scheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const newcomer = await signedIn(browser, 'Nia', 'member', { isNew: true });
    const asked = title();
    const path = await ask(newcomer, asked, 'As https://order.example/axe says, is it not so?');
    const shown = await ask(await signedIn(browser, 'Amira'), title(), 'A question to be flagged.');
    const id = shown.split('/')[3];
    const moderator = await signedIn(browser, 'Mo', 'moderator', { javaScript: true });
    await moderator.emulateMedia({ colorScheme: scheme });
    await moderator.goto('/moderation');
    const item = await main(moderator).getByRole('link', { name: asked }).getAttribute('href');
    await moderator.goto(item ?? '');
    const member = await main(moderator)
      .getByRole('link', { name: 'All about Nia, and sanctions' })
      .getAttribute('href');
    const pages = [
      '/moderation',
      item ?? '',
      member ?? '',
      path,
      shown,
      `/community/flag/question/${id}`,
      '/community/guidelines',
      '/community/moderation',
      '/ar/community/guidelines',
    ];
    for (const width of [320, 1280]) {
      await moderator.setViewportSize({ width, height: 900 });
      for (const one of pages) {
        await moderator.goto(one);
        const { violations } = await new AxeBuilder({ page: moderator }).analyze();
        expect(violations.map(({ id: rule, nodes }) => [one, rule, nodes[0]?.html])).toEqual([]);
        const wide = await moderator.evaluate(() => document.documentElement.scrollWidth);
        expect(wide, `${one} at ${width}`).toBeLessThanOrEqual(width);
      }
    }
  });
}
