import { sql } from 'kysely';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { runJobs } from '#src/cli/run-jobs.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { giveFeedback } from '#src/features/feedback/give-feedback.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import type { Article } from '#src/features/content/article.ts';
import { mailOwners } from '#src/features/insights/mail-owners.ts';
import { ownerMailChoice } from '#src/features/insights/owner-mail-choice.ts';
import { readOwnerStop } from '#src/features/insights/owner-stop.ts';
import { saveOwnerMail } from '#src/features/insights/save-owner-mail.ts';
import { stopOwnerMail } from '#src/features/insights/stop-owner-mail.ts';
import { tellVerdicts } from '#src/features/insights/tell-verdicts.ts';
import { readEnv } from '#src/server/env.ts';
import { NotAllowed, NotSignedIn } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { member } from '#tests/integration/community/members.ts';
import { article, factsOf, text } from '#tests/integration/feedback/sample-articles.ts';
import { keyed, sender } from '#tests/integration/notifications/circle.ts';
import { headersOf, textOf } from '#tests/integration/notifications/received.ts';
import { mailServer } from '#tests/support/mail-server.ts';
import { until } from '#tests/support/processes.ts';
import { testDatabase } from '#tests/support/test-database.ts';

const { db, url } = await testDatabase();
const server = await mailServer();
afterAll(() => server.close());

/** A Monday at seven, and days before it. */
const monday = new Date('2026-11-23T07:00:00Z');
const before = (days: number) => new Date(monday.getTime() - days * 86_400_000);
const authors = [
  { handle: 'mara', name: 'Mara', email: 'Mara@example.com' },
  { handle: 'yuki', name: 'Yuki', email: 'yuki@example.com' },
  { handle: 'silent', name: 'Silent' },
];
const invite = article();
const rewritten = article({ body: text('fresh') });

const send = (now = monday) => mailOwners(db, { authors, usual: 'en' }, sender, now);
const mails = () => db.selectFrom('mails').selectAll().orderBy('id').execute();

/** `yes` visitors say yes, the others no. */
async function votes(on: Article, n: number, yes: number, at: Date, comment?: string) {
  const ballot = { article: factsOf(on), revision: on.revision, locale: 'en' };
  for (let index = 0; index < n; index += 1) {
    const voter = { code: `${on.revision}-${index}`, codeYesterday: undefined };
    const answer = index < yes ? ('yes' as const) : ('no' as const);
    const said = index === n - 1 ? comment : undefined;
    await giveFeedback(db, { ...ballot, answer, comment: said }, voter, at);
  }
}

beforeEach(async () => {
  await sql`TRUNCATE articles, mails, owner_mails, members, article_days, search_days,
    search_click_days, insight_states, webhook_endpoints CASCADE`.execute(db);
});

describe('the weekly mail', () => {
  test('has what happened to the owner’s articles, and what to do first', async () => {
    await syncArticles(db, [invite, article({ slug: 'search', owner: 'yuki' })], 'en', before(60));
    // In the same week, on the text that was there before.
    await votes(invite, 20, 16, before(5));
    await syncArticles(
      db,
      [rewritten, article({ slug: 'search', owner: 'yuki' })],
      'en',
      before(4),
    );
    await votes(rewritten, 20, 4, before(3), 'The button is gone');
    const { id } = await db
      .selectFrom('articles')
      .select('id')
      .where('slug', '=', 'invite')
      .executeTakeFirstOrThrow();
    await sql`UPDATE articles SET review_by = '2026-11-30' WHERE id = ${id}`.execute(db);
    await sql`
      INSERT INTO article_days (day, locale, article_id, views, reads, escalated, seconds)
      VALUES ('2026-11-20', 'en', ${id}, 50, 40, 3, '{}'),
        ('2026-11-01', 'en', ${id}, 50, 40, 9, '{}')`.execute(db);
    await sql`
      INSERT INTO search_days (day, locale, query, visits, missed)
      VALUES ('2026-11-20', 'en', 'add colleague', 9, 7)`.execute(db);
    await sql`
      INSERT INTO search_click_days (day, locale, query, article_id, visits)
      VALUES ('2026-11-20', 'en', 'add colleague', ${id}, 2)`.execute(db);
    await tellVerdicts(db, before(1));

    await send();
    await send();
    const [mail, ...more] = await mails();
    // Yuki's article saw nobody, and Silent has no address.
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ kind: 'owner-week', recipient: 'Mara@example.com' });
    const said = mail!.text_body;
    expect(said).toContain('from November 16, 2026 to November 22, 2026');
    expect(said).toContain('“Invite people” does worse since its last edit');
    expect(said).toContain('“add colleague” was searched in vain 7 times');
    expect(said).toContain('want it as a keyword?\nhttps://');
    expect(said).toContain('After “Invite people”, 3 readers had to ask');
    // Three things and no more; the comment stands below.
    expect(said).not.toContain('has a new comment');
    // Of the present text alone, with its interval; so are the reads.
    expect(said).toContain('said yes: 20% (4 of 20, 8% to 42%); comments: 1; reads followed by');
    expect(said).toContain('a question or a request: 8% (3 of 40, 3% to 20%)');
    expect(said).toContain('> The button is gone');
    expect(said).toContain('“Invite people”, by November 30, 2026');
    expect(said).toContain('https://help.example.com/insights/articles/en/using/invite');
    expect(mail!.html_body).toContain('The button is gone</blockquote>');
    const signed = new URL(mail!.unsubscribe_url!).searchParams.get('of')!;
    expect(readOwnerStop(keyed, signed)).toBe('Mara@example.com');
    expect(readOwnerStop(keyed, `x${signed}`)).toBeUndefined();
  });

  test('is not sent when there is nothing to say, and not to who has stopped it', async () => {
    await syncArticles(db, [invite], 'en', before(60));
    await send();
    expect(await mails()).toEqual([]);
    await votes(invite, 1, 1, before(1));
    await stopOwnerMail(db, 'mara@EXAMPLE.com', before(1));
    await send();
    expect(await mails()).toEqual([]);
  });

  test('tells of each owner’s articles where several have one address', async () => {
    const team = [
      { handle: 'mara', name: 'Mara', email: 'docs@example.com' },
      { handle: 'yuki', name: 'Yuki', email: 'Docs@example.com' },
    ];
    const search = article({ slug: 'search', title: 'Search', owner: 'yuki' });
    await syncArticles(db, [invite, search], 'en', before(60));
    await votes(invite, 1, 1, before(1));
    await votes(search, 1, 1, before(1));
    for (let run = 0; run < 2; run += 1) {
      await mailOwners(db, { authors: team, usual: 'en' }, sender, monday);
    }
    expect((await mails()).map(({ text_body }) => /Hello (\w+)/.exec(text_body)?.[1])).toEqual([
      'Mara',
      'Yuki',
    ]);
  });

  test('says nothing of reads that were not, and has comments as they were typed', async () => {
    await syncArticles(db, [invite], 'en', before(60));
    await votes(invite, 2, 1, before(2), '# *Step* 3: press <Enter> [sic]');
    await send();
    const [mail] = await mails();
    expect(mail!.text_body).toContain('Invite people: said yes: 1 of 2; comments: 1:\n');
    expect(mail!.text_body).toContain('> # *Step* 3: press <Enter> [sic]');
    expect(mail!.html_body).toContain('# *Step* 3: press &lt;Enter&gt; [sic]</blockquote>');
  });

  test('leaves out what was dismissed, and is in the owner’s language', async () => {
    await syncArticles(db, [invite], 'en', before(60));
    await votes(invite, 1, 0, before(2), 'Nonsense');
    await sql`
      INSERT INTO insight_states (kind, subject, state, note, at)
      SELECT 'comment', series_id || ':' || visitor, 'dismissed', '', ${monday}
      FROM article_feedback`.execute(db);
    await sql`
      INSERT INTO members (handle, name, email, email_verified_at, locale, created_at)
      VALUES ('mara', 'Mara', 'mara@example.com', ${monday}, 'de', ${monday})`.execute(db);
    await send();
    const [mail] = await mails();
    expect(mail!.text_body).not.toContain('Nonsense');
    expect(mail!.text_body).toContain('https://help.example.com/de/insights/mine');
  });

  test('comes over the wire with both its forms and one click to stop it', async () => {
    await syncArticles(db, [invite], 'en', before(60));
    await votes(invite, 1, 0, before(2), 'Where is the button?');
    // What else would be told of the comment wants a site.
    await sql`DELETE FROM graphile_worker._private_jobs`.execute(db);
    await send();
    const env = readEnv({ MAIL_FROM: 'Help Center <help@example.com>', SMTP_URL: server.url });
    const stop = await runJobs(env, { db, url, log: createLog('silent') });
    const left = () => sql`SELECT 1 FROM graphile_worker.jobs`.execute(db);
    await until('the mail is sent', async () => (await left()).rows.length === 0);
    await stop();
    const { source } = server.received[0]!;
    const headers = headersOf(source);
    expect(headers['List-Unsubscribe']).toContain('https://help.example.com/account/unsubscribe');
    expect(headers['List-Unsubscribe-Post']).toBe('List-Unsubscribe=One-Click');
    expect(textOf(source, 'plain')).toContain('> Where is the button?');
    expect(textOf(source, 'html')).toContain('Where is the button?</blockquote>');
  });
});

describe('who stopped the weekly mail', () => {
  const owned = { authors, articles: [{ owner: 'mara' }, {}] };
  const choose = (who: Actor | undefined, isWanted: boolean) =>
    saveOwnerMail(db, who, isWanted, owned, monday);

  async function signedUp(handle: string, email: string, isVerified = true): Promise<Actor> {
    const who = await member(db, handle);
    const email_verified_at = isVerified ? monday : null;
    await db
      .updateTable('members')
      .set({ email, email_verified_at })
      .where('id', '=', who.id)
      .execute();
    return who;
  }

  test('lets it come again, and stops it there too', async () => {
    const mara = await signedUp('somebody', 'mara@example.com');
    await syncArticles(db, [invite], 'en', before(60));
    await votes(invite, 1, 1, before(1));
    expect(await ownerMailChoice(db, mara, owned)).toMatchObject({ isStopped: false });
    await stopOwnerMail(db, 'Mara@example.com', before(1));
    expect(await ownerMailChoice(db, mara, owned)).toMatchObject({ isStopped: true });
    await choose(mara, true);
    expect(await ownerMailChoice(db, mara, owned)).toMatchObject({ isStopped: false });
    await choose(mara, false);
    await send();
    expect(await mails()).toEqual([]);
    await choose(mara, true);
    await choose(mara, true);
    await send();
    expect(await mails()).toHaveLength(1);
  });

  test('is asked only about an address that is theirs, and that owns an article', async () => {
    const others = [
      // The handle alone is no proof: the mail goes to another address.
      await signedUp('mara', 'mara@example.org'),
      await signedUp('claimed', 'mara@example.com', false),
      await signedUp('nothing', 'yuki@example.com'),
    ];
    await stopOwnerMail(db, 'mara@example.com', before(1));
    for (const one of others) {
      expect(await ownerMailChoice(db, one, owned)).toBeUndefined();
      await expect(choose(one, true)).rejects.toThrow(NotAllowed);
    }
    await expect(choose(undefined, true)).rejects.toThrow(NotSignedIn);
    await syncArticles(db, [invite], 'en', before(60));
    await votes(invite, 1, 1, before(1));
    await send();
    expect(await mails()).toEqual([]);
  });
});

describe('verdicts', () => {
  const told = () => db.selectFrom('told_verdicts').selectAll().execute();
  const messages = () => db.selectFrom('webhook_deliveries').selectAll().execute();

  test('are told once each, and anew when they turn', async () => {
    await db
      .insertInto('webhook_endpoints')
      .values({
        url: 'https://example.com/',
        description: '',
        events: ['insight.verdict'],
        sealed_secret: 'x',
        created_at: monday,
      })
      .execute();
    await syncArticles(db, [invite], 'en', before(60));
    await votes(invite, 20, 10, before(40));
    await syncArticles(db, [rewritten], 'en', before(30));
    await tellVerdicts(db, before(20));
    expect(await told()).toEqual([]);
    await votes(rewritten, 20, 20, before(10));
    await tellVerdicts(db, before(9));
    await tellVerdicts(db, before(8));
    expect(await told()).toMatchObject([{ verdict: 'better', told_at: before(9) }]);
    const [message, ...more] = await messages();
    expect(more).toEqual([]);
    expect(JSON.parse(message!.data as string)).toMatchObject({
      article: { slug: 'invite', url: '/insights/articles/en/using/invite' },
      verdict: 'better',
      before: { n: 20, yes: 10 },
      after: { n: 20, yes: 20 },
    });
    await votes(rewritten, 20, 0, before(5));
    await tellVerdicts(db, before(4));
    await tellVerdicts(db, before(3));
    expect(await messages()).toHaveLength(2);
  });
});
