import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base, type Page } from '@playwright/test';
import { Webhook } from 'standardwebhooks';
import { mailServer, type MailServer } from '#tests/support/mail-server.ts';
import { ownSite, type OwnSite } from '#tests/support/own-site.ts';
import { until } from '#tests/support/processes.ts';
import { picture } from '#tests/support/sample-pictures.ts';
import { webServer } from '#tests/support/e2e-site.ts';
import { addPerson, openScene, signIn } from '#tests/e2e/security/scene.ts';
import { plainQuestionPath } from '#src/features/community/question-address.ts';

interface Company {
  site: OwnSite;
  mails: MailServer;
  /** What the help desk got by webhook. */
  heard: { headers: http.IncomingHttpHeaders; body: string }[];
}

const secret = `whsec_${Buffer.from('a secret of the help desk, 32 by').toString('base64')}`;

/** The site with a mail server, a help desk and a worker. */
const test = base.extend<object, { company: Company }>({
  company: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads from it what a fixture needs.
    async ({}, use) => {
      const heard: Company['heard'] = [];
      const desk = http.createServer(async (request, response) => {
        const chunks: Buffer[] = [];
        for await (const chunk of request) chunks.push(chunk as Buffer);
        heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
        response.writeHead(204).end();
      });
      desk.listen(0, '127.0.0.1');
      await once(desk, 'listening');
      const mails = await mailServer();
      const site = await ownSite({
        SMTP_URL: mails.url,
        HELP_DESK_MAIL: 'desk@example.com',
        HELP_DESK_WEBHOOK_URL: `http://127.0.0.1:${(desk.address() as AddressInfo).port}/hook`,
        HELP_DESK_WEBHOOK_SECRET: secret,
      });
      const worker: ChildProcess = spawn(process.execPath, ['tests/support/mail-worker.ts'], {
        cwd: webServer.cwd,
        env: site.settings,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await use({ site, mails, heard });
      worker.kill();
      if (worker.exitCode === null) await once(worker, 'exit');
      await site.stop();
      await mails.close();
      desk.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});
test.use({ javaScriptEnabled: false });

/** Looks at what a page shows in a browser with JavaScript, which axe needs. */
async function expectAccessible(page: Page): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('no browser');
  const viewer = await browser.newContext({ javaScriptEnabled: true });
  const shown = await viewer.newPage();
  const address = new URL('/as-shown', page.url()).href;
  const body = await page.content();
  await shown.route(address, (route) => route.fulfill({ body, contentType: 'text/html' }));
  for (const [colorScheme, width] of [
    ['light', 320],
    ['dark', 1280],
  ] as const) {
    await shown.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await shown.setViewportSize({ width, height: 800 });
    await shown.goto(address);
    const { violations } = await new AxeBuilder({ page: shown }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    const [wide = 0, seen = 0] = await shown.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(wide).toBeLessThanOrEqual(seen);
  }
  await viewer.close();
}

/** What a mail says, its lines whole again. */
const textOf = (source: string) => source.replaceAll('=\r\n', '').replaceAll('=3D', '=');

async function moderatorPage(site: OwnSite, page: Page): Promise<void> {
  const now = new Date();
  const moderator = await addPerson(site, now, { role: 'moderator', name: 'Joana' });
  const session = await signIn(site, moderator, now);
  await page.context().addCookies([{ name: 'session', value: session, url: site.url }]);
}

test('from a search to a person and back, without JavaScript', async ({
  page,
  browser,
  company: { site, mails, heard },
}) => {
  test.slow();
  const email = 'mira@example.net';
  await page.goto(`${site.url}/search?q=feedback`);
  await page.getByRole('link', { name: 'Write to us' }).click();
  await expect(page.getByLabel('I searched for “feedback”')).toBeChecked();

  // Something is missing: nothing that was typed is lost, the picture neither.
  await page.getByLabel('Your name').fill('Mira Holm');
  await page.getByLabel('Your e-mail address').fill(email);
  await page.getByLabel('Subject').fill('Say whether an article helped');
  await page.getByLabel('Message', { exact: true }).fill('short');
  await page.getByLabel('What it is about').selectOption('using');
  await page.getByLabel('Add pictures').setInputFiles({
    name: 'screen.png',
    mimeType: 'image/png',
    buffer: await picture('png'),
  });
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Please write at least 10 characters.').first()).toBeVisible();
  await expect(page.getByLabel('Your name')).toHaveValue('Mira Holm');
  await expect(page.getByLabel('What it is about')).toHaveValue('using');
  await expect(page.getByLabel('Picture 1')).toBeChecked();
  await expect(page.getByLabel('I searched for “feedback”')).toBeChecked();
  await expectAccessible(page);

  // A form that is too long to be taken at all comes back whole as well.
  const endless = 'm'.repeat(100_001);
  await page.getByLabel('Message', { exact: true }).fill(endless);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('characters too long').first()).toBeVisible();
  await expect(page.getByLabel('Message', { exact: true })).toHaveValue(endless);
  await expect(page.getByLabel('Picture 1')).toBeChecked();

  await page.getByLabel('Message', { exact: true }).fill('I voted, and nothing happened at all.');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Does one of these answer it?' })).toBeVisible();
  await expect(
    page.locator('main').getByRole('link', { name: 'Say whether an article helped', exact: true }),
  ).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send my message' }).click();
  const said = page.getByText('Its reference is');
  await expect(said).toBeVisible();
  const [reference = ''] = /HM-\w{6}/.exec((await said.textContent()) ?? '') ?? [];
  await expectAccessible(page);

  await until(
    'the mails and the webhook are there',
    () => mails.received.length >= 2 && heard.length >= 1,
    30,
  );
  const receipt = mails.received.find(({ to }) => to.includes(email));
  expect(textOf(receipt?.source ?? '')).toContain(reference);
  const toDesk = mails.received.find(({ to }) => to.includes('desk@example.com'));
  expect(textOf(toDesk?.source ?? '')).toContain('I voted, and nothing happened at all.');
  const [call] = heard;
  expect(
    new Webhook(secret).verify(call!.body, call!.headers as Record<string, string>),
  ).toMatchObject({
    data: { reference, email, searched: 'feedback', category: 'using' },
  });
  const events = await site.db.selectFrom('events').select(['kind', 'details']).execute();
  expect(events).toContainEqual({
    kind: 'form-posted',
    details: { form: 'contact', request: expect.any(Number) },
  });

  // Staff sees it all, and nobody else does.
  const staff = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await moderatorPage(site, staff);
  await staff.goto(`${site.url}/contact/requests`);
  await expectAccessible(staff);
  await staff.getByRole('link', { name: 'Say whether an article helped' }).click();
  await expect(staff.getByText('I voted, and nothing happened at all.')).toBeVisible();
  await expect(staff.locator('.facts').getByText('Using the help center')).toBeVisible();
  await expect(staff.getByText('Searched for “feedback” before')).toBeVisible();
  await expect(staff.getByText(/By mail\s+handed over on/)).toBeVisible();
  await expect(staff.getByText(/By webhook\s+handed over on/)).toBeVisible();
  const src = await staff.getByAltText('Picture 1').getAttribute('src');
  expect((await staff.request.get(site.url + src)).status()).toBe(200);
  expect((await page.request.get(site.url + src)).status()).toBe(403);
  expect(
    (
      await page.request.get(`${site.url}${src?.replace('/contact/attachments', '/uploads')}`)
    ).status(),
  ).toBe(404);
  await expectAccessible(staff);
  await staff.getByRole('button', { name: 'Close' }).click();
  await expect(staff.getByText('Closed: Joana')).toBeVisible();

  // The mail asks; opening its link says nothing, the button does.
  const asksIn = () =>
    mails.received.find(({ to, source }) => to.includes(email) && /is closed/.test(source));
  await until('the mail that asks is there', () => asksIn() !== undefined, 30);
  const [link] = /http:\S+csat=4/.exec(textOf(asksIn()!.source)) ?? [];
  const { pathname, search } = new URL(link!);
  await page.goto(site.url + pathname + search);
  await expect(page.getByLabel('4').first()).toBeChecked();
  await expectAccessible(page);
  expect(await site.db.selectFrom('survey_answers').selectAll().execute()).toEqual([]);
  await page.getByRole('group', { name: 'It was easy' }).getByLabel('6').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Thank you.')).toBeVisible();
  const { id } = await site.db
    .selectFrom('contact_requests')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow();
  expect(
    await site.db
      .selectFrom('survey_answers')
      .select(['kind', 'score', 'moment', 'request_id'])
      .orderBy('kind')
      .execute(),
  ).toEqual([
    { kind: 'ces', score: 6, moment: 'contact-closed', request_id: id },
    { kind: 'csat', score: 4, moment: 'contact-closed', request_id: id },
  ]);
});

test('a suggestion that solved it ends there, and asks how easy it was', async ({
  page,
  company: { site },
}) => {
  await page.goto(`${site.url}/contact`);
  await page.getByLabel('Your name').fill('Omar');
  await page.getByLabel('Your e-mail address').fill('omar@example.net');
  await page.getByLabel('Subject').fill('Say whether an article helped');
  await page.getByLabel('Message', { exact: true }).fill('How do I say that an article helped?');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'This solved it' }).first().click();
  await expect(page.getByRole('heading', { name: 'Glad that it is solved' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('7').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('Thank you.')).toBeVisible();
  const answers = await site.db
    .selectFrom('survey_answers')
    .select(['kind', 'score', 'moment'])
    .where('moment', '=', 'solved')
    .execute();
  expect(answers).toEqual([{ kind: 'ces', score: 7, moment: 'solved' }]);
  const kept = await site.db
    .selectFrom('contact_requests')
    .select('id')
    .where('email', '=', 'omar@example.net')
    .execute();
  expect(kept).toEqual([]);
});

test('whoever accepts an answer is asked once, and may pass', async ({
  page,
  company: { site },
}) => {
  const scene = await openScene(site, 'member');
  const { question, word } = scene;
  await page.context().addCookies([{ name: 'session', value: scene.actor!.token, url: site.url }]);
  await page.goto(
    site.url + plainQuestionPath({ id: question, title: `Where does ${word} come from?` }),
  );
  await expect(page.getByText('How satisfied are you')).toHaveCount(0);
  await page.getByRole('button', { name: 'Accept this answer' }).click();
  await expect(page.getByRole('group', { name: 'How satisfied are you' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('5').check();
  await page.getByRole('button', { name: 'Send' }).click();
  await page.getByRole('link', { name: 'Back to where you were' }).click();
  await expect(page.getByText('How satisfied are you')).toHaveCount(0);
  await page.getByRole('button', { name: 'No longer accept' }).first().click();
  await page.getByRole('button', { name: 'Accept this answer' }).click();
  await expect(page.getByRole('heading', { name: 'Accepted answer' })).toBeVisible();
  await expect(page.getByText('How satisfied are you')).toHaveCount(0);
  const answers = await site.db
    .selectFrom('survey_answers')
    .select(['kind', 'score', 'question_id'])
    .where('moment', '=', 'accepted')
    .execute();
  expect(answers).toEqual([{ kind: 'csat', score: 5, question_id: question }]);
});

test.describe('with JavaScript', () => {
  test.use({ javaScriptEnabled: true });

  test('what was read and searched is there, and suggestions come while one types', async ({
    page,
    company: { site },
  }) => {
    await page.goto(`${site.url}/search?q=dark`);
    await page.goto(`${site.url}/articles/using/appearance`);
    await page.goto(`${site.url}/articles/using/search`);
    await page.getByRole('link', { name: 'Write to us' }).click();
    const read = page.getByRole('group', { name: 'Sent along' });
    await expect(read.getByRole('checkbox')).toHaveCount(3);
    await expect(read.getByLabel('I searched for “dark”')).toBeChecked();
    await page.getByLabel('Subject').fill('Say whether an article helped');
    await expect(
      page.locator('.suggestions').getByRole('link', { name: /Say whether an article helped/ }),
    ).toBeVisible();
    await read.getByLabel('I searched for “dark”').uncheck();
    await page.getByLabel('Your name').fill('Yuki');
    await page.getByLabel('Your e-mail address').fill('yuki@example.net');
    await page.getByLabel('Message', { exact: true }).fill('Please tell me more about dark pages.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await expect(page.getByText('Its reference is')).toBeVisible();
    const request = await site.db
      .selectFrom('contact_requests')
      .select(['id', 'searched'])
      .where('email', '=', 'yuki@example.net')
      .executeTakeFirstOrThrow();
    expect(request.searched).toBeNull();
    const articles = await site.db
      .selectFrom('contact_request_articles')
      .innerJoin('articles', 'articles.id', 'article_id')
      .select('slug')
      .where('request_id', '=', request.id)
      .orderBy('position')
      .execute();
    expect(articles.map(({ slug }) => slug)).toEqual(['search', 'appearance']);
  });
});
