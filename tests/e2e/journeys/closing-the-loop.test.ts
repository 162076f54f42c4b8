import fs from 'node:fs';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { mailOwners } from '#src/features/insights/mail-owners.ts';
import { openSession } from '#src/features/accounts/session.ts';
import { createDatabase } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { addJob } from '#src/server/jobs.store.ts';
import { connectionUrl, readConnection } from '#src/server/postgres-cluster.ts';
import { mailServer } from '#tests/support/mail-server.ts';
import { browserCalled, called } from '#tests/support/recorded-events.ts';
import { startDev } from '#tests/support/dev-site.ts';
import { runCli } from '#tests/support/run-cli.ts';
import { testSite } from '#tests/support/running-site.ts';
import { searchBox } from '#tests/e2e/search/search-box.ts';

const OTHERS = 14;
const COMMENT = 'Where is the button? I see none on my phone.';
const TITLE = 'I cannot invite anybody to my team';
const before = `---
title: Invite people
description: How to invite somebody to your team.
owner: mara
---

## Send an invitation

Open the team and invite people by their address. They get a mail with a link.
`;
const after = `---
title: Invite people
description: How to invite somebody to your team.
owner: mara
---

## Send an invitation

On a phone, open the menu first: the button *Invite* stands at its end, below the names of your team.
On a computer it stands above the list. Type one address or several, with spaces between them, and send.
Each person gets a mail with a link that is good for three days; after that, send it again from the list.
`;

const article = '/articles/using/invite';
const insights = '/insights/articles/en/using/invite';

test('a reader whom a page fails reaches its writer, and the next readers the better page', async () => {
  test.setTimeout(12 * 60_000);
  const mails = await mailServer();
  const place = await testSite({
    'en/using/invite': before,
    'en/using/export':
      '---\ntitle: Export your files\n---\n\nChoose what to export, and where to.\n',
  });
  fs.writeFileSync(
    path.join(place.contentDir, 'authors.yml'),
    'mara:\n  name: Mara Lind\n  email: mara@example.com\n',
  );
  const settings = { TRUST_PROXY: '1', SMTP_URL: mails.url, EVENTS_RETENTION_MONTHS: '2' };
  let site = await place.start(settings);
  const open = () => {
    const connection = readConnection(place.dataDir);
    return createDatabase(connectionUrl(connection!), { connections: 1 });
  };
  let db = open();
  const agent = called('Vera');
  const veras = await browserCalled(agent);
  const maras = await browserCalled(called('Mara'));

  /** A member with a session in a browser. */
  async function signedIn(
    browser: typeof veras,
    handle: string,
    role: 'member' | 'author',
  ): Promise<Page> {
    const now = new Date(Date.now() - 30 * 86_400_000);
    const { id } = await db
      .insertInto('members')
      .values({
        handle,
        name: handle,
        email: `${handle}@example.com`,
        email_verified_at: now,
        role,
        locale: 'en',
        created_at: now,
        approved_at: now,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const session = { userAgent: handle, token: undefined };
    const token = await openSession(db, id, session, new Date());
    const context = await browser.newContext({ baseURL: site.url, locale: 'en-US' });
    await context.addCookies([{ name: 'session', value: token, url: site.url }]);
    return context.newPage();
  }

  /** Has the running site do a job of its clock now, and waits for its end. */
  async function doJob(task: string): Promise<void> {
    await addJob(db, task, {});
    await expect
      .poll(
        async () => {
          const { rows } = await db.executeQuery<{ waiting: string }>({
            sql: `select count(*) as waiting from graphile_worker.jobs where task_identifier = '${task}'`,
            parameters: [],
            query: { kind: 'RawNode' } as never,
            queryId: { queryId: task } as never,
          });
          return rows[0]?.waiting;
        },
        { timeout: 60_000 },
      )
      .toBe('0');
  }

  /** Votes of others, each from an address of their own. */
  async function vote(answer: 'yes' | 'no', from: number): Promise<void> {
    const html = await (await fetch(site.url + article)).text();
    const revision = /data-revision="([0-9a-f]{16})"/.exec(html)?.[1] ?? '';
    for (let index = 0; index < OTHERS; index += 1) {
      const response = await fetch(`${site.url}/_actions/feedback.vote`, {
        method: 'POST',
        headers: {
          origin: site.url,
          'content-type': 'application/x-www-form-urlencoded',
          'user-agent': agent,
          'x-forwarded-for': `10.1.${from}.${index}`,
        },
        body: new URLSearchParams({
          locale: 'en',
          category: 'using',
          slug: 'invite',
          revision,
          answer,
          elapsed: '9000',
        }),
      });
      expect(response.status).toBe(200);
    }
  }

  const command = async (name: string, ...args: string[]) => {
    const { out } = await runCli(name, args, {
      DATA_DIR: place.dataDir,
      CONTENT_DIR: place.contentDir,
    });
    return out;
  };

  try {
    // A visitor searches, reads, and says no with a comment.
    const vera = await signedIn(veras, 'vera', 'member');
    await vera.goto('/');
    const { input, list } = searchBox(vera);
    await input.pressSequentially('invite people', { delay: 60 });
    await expect(list).toBeVisible();
    await list.locator('.article').first().click();
    await vera.waitForURL(`**${article}*`);
    const box = vera.getByRole('region', { name: 'Did this answer your question?' });
    await vera.waitForTimeout(1500);
    await box.getByRole('button', { name: 'No' }).click();
    await box.getByLabel('Something is missing').check();
    await box.getByLabel('Comment').fill(COMMENT);
    await vera.waitForTimeout(1500);
    await box.getByRole('button', { name: 'Send' }).click();
    await expect(box.getByRole('status')).toHaveText(/will read it/);

    // They open the form, look at what it suggests, and ask anyway.
    await vera.goto('/community/ask');
    await vera.getByLabel('Title').fill(TITLE);
    const beside = vera.locator('.suggestions');
    const suggested = beside.getByRole('link', { name: /Invite people/ }).first();
    await expect(suggested).toBeVisible();
    const [again] = await Promise.all([vera.context().waitForEvent('page'), suggested.click()]);
    await again.waitForLoadState();
    await again.close();
    await vera.getByLabel('Details').fill('The button that the article speaks of is not there.');
    await vera
      .getByRole('button', { name: /Ask|Post|Continue|Next|Check/ })
      .first()
      .click();
    const anyway = vera.getByRole('button', { name: /Post|Ask/ });
    if (!/\/questions\//.test(vera.url())) await anyway.first().click();
    await vera.waitForURL(/\/community\/questions\/\d+/);
    await vera.close();
    await vote('no', 1);

    // The author sees exactly that.
    await doJob('roll-up-events');
    const mara = await signedIn(maras, 'mara', 'author');
    const main = mara.getByRole('main');
    await mara.goto('/insights/mine');
    await expect(main.getByRole('link', { name: 'Invite people' })).toBeVisible();
    await mara.goto(insights);
    await expect(main).toContainText(COMMENT);
    await expect(main).toContainText('invite people');
    await expect(main.getByRole('link', { name: TITLE })).toBeVisible();
    await expect(main).toContainText(`0 of ${OTHERS + 1}`);

    const printed = await command('insights', 'articles/en/using/invite.md');
    expect(printed).toContain(COMMENT.slice(0, 20));
    expect(printed).toMatch(/invite people/);
    const [record] = JSON.parse(await command('insights', 'articles/en/using/invite.md', '--json'));
    expect(record).toMatchObject({ n: OTHERS + 1, yes: 0, views: 2 });
    // The look at the suggestion is a read too where a slow machine makes it last ten seconds.
    expect([1, 2]).toContain(record.reads);

    // Beside the page, where they write.
    const dev = await startDev({
      CONTENT_DIR: place.contentDir,
      DATA_DIR: place.dataDir,
      DATABASE_URL: connectionUrl(readConnection(place.dataDir)!),
      // It takes jobs too.
      SMTP_URL: mails.url,
    });
    try {
      const desk = await maras.newPage();
      await desk.goto(dev.url + article);
      const panel = desk.locator('astro-dev-toolbar-app-canvas[data-app-id="helpmark-readers"]');
      await expect(panel.locator('li').first()).toBeAttached({ timeout: 60_000 });
      const bar = desk.locator('astro-dev-toolbar');
      await bar.getByRole('button', { name: 'Readers' }).focus();
      await desk.keyboard.press('Enter');
      await expect(panel.getByText(COMMENT)).toBeVisible();
      await expect(panel.getByText(`n = ${OTHERS + 1}`)).toBeVisible();
      await expect(panel.getByText(`2 views, ${record.reads} read`)).toBeVisible();
      await desk.close();
    } finally {
      await dev.stop();
    }

    // The mail tells of the days before the one on which it goes out.
    const authors = [{ handle: 'mara', name: 'Mara Lind', email: 'mara@example.com' }];
    const letterhead = {
      site: { name: 'Help', address: (_: string, to: string) => site.url + to },
      env: readEnv({ DATA_DIR: place.dataDir }),
    };
    const tomorrow = new Date(Date.now() + 86_400_000);
    await mailOwners(db, { authors, usual: 'en' }, letterhead, tomorrow);
    await expect.poll(() => mails.received.length, { timeout: 60_000 }).toBeGreaterThan(0);
    const weekly = mails.received.find(({ to }) => to.includes('mara@example.com'));
    const words = (weekly?.source ?? '').replaceAll('=\r\n', '');
    expect(words).toContain('Invite people');
    expect(words).toContain('Where is the button?');
    expect(words).toMatch(/List-Unsubscribe-Post: List-Unsubscribe=One-Click/i);

    // Whoever has stopped it can have it again.
    const { unsubscribe_url } = await db
      .selectFrom('mails')
      .select('unsubscribe_url')
      .where('kind', '=', 'owner-week')
      .executeTakeFirstOrThrow();
    await mara.goto(unsubscribe_url ?? '');
    await mara.getByRole('button', { name: 'Stop' }).click();
    await expect(mara.getByRole('status')).toContainText('No more weekly mails');
    await mara.goto('/account/mail');
    const weeklyMail = mara.getByLabel('what readers said of the articles that I own');
    await expect(weeklyMail).not.toBeChecked();
    await weeklyMail.check();
    const owners = mara.locator('form').filter({ has: weeklyMail });
    await owners.getByRole('button', { name: 'Save' }).click();
    await expect(mara.getByRole('status')).toHaveText('Saved.');
    await expect(weeklyMail).toBeChecked();

    // They edit the article; new visitors say yes, and the verdict turns.
    await db.destroy();
    site.process.kill('SIGTERM');
    await expect.poll(() => site.process.exitCode, { timeout: 60_000 }).not.toBeNull();
    place.write('en/using/invite', after);
    site = await place.start(settings);
    db = open();
    await vote('yes', 2);
    await doJob('roll-up-events');
    await mara.goto(insights);
    await expect(main).toContainText('Better');
    expect(await command('insights', 'articles/en/using/invite.md')).toContain('better');
    expect(await command('insights-verdicts')).toMatch(
      new RegExp(`en/using/invite +better .* 0 of ${OTHERS + 1} +${OTHERS} of ${OTHERS}`),
    );
  } finally {
    await db.destroy().catch(() => {});
    await veras.close();
    await maras.close();
    await place.remove();
    await mails.close();
  }
});
