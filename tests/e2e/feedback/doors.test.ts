import { expect, test, type APIRequestContext } from '@playwright/test';
import { newBrowserName, ofThisSite, reportOn, revisionOf, takeTime } from './readers.ts';

// One after the other, since all count the votes on one article.
test.describe.configure({ mode: 'default' });

const article = '/articles/concepts/deflection';
const page = `${article}/feedback`;
const file = 'articles/en/concepts/deflection.md';
const headers = { ...ofThisSite, 'User-Agent': newBrowserName() };

async function fields(request: APIRequestContext): Promise<Record<string, string>> {
  return {
    locale: 'en',
    category: 'concepts',
    slug: 'deflection',
    revision: await revisionOf(request, article),
    answer: 'no',
  };
}

const plainly = { maxRedirects: 0, headers };

/** Sends the first form by script, to the action itself. */
const voteByScript = (request: APIRequestContext, form: Record<string, string>, own = headers) =>
  request.post('/_actions/feedback.vote', { form: { elapsed: '5000', ...form }, headers: own });

/** Sends a plain form, to its page. */
const send = (request: APIRequestContext, action: string, form: Record<string, string>) =>
  request.post(`${page}?_action=feedback.${action}`, { ...plainly, form });

test.describe('the door for votes', () => {
  test('takes the same vote as often as it is sent', async ({ request }) => {
    const form = await fields(request);
    const before = reportOn(file).n;
    for (let time = 0; time < 3; time += 1) {
      expect((await voteByScript(request, form)).status()).toBe(200);
      const answer = await send(request, 'vote', form);
      expect(answer.status()).toBe(303);
      expect(answer.headers()['location']).toContain('voted=no');
    }
    expect(reportOn(file).n).toBe(before + 1);
  });

  test('answers in the same way where Astro opens it', async ({ request }) => {
    const form = { elapsed: '5000', ...(await fields(request)) };
    const own = { ...headers, 'User-Agent': newBrowserName() };
    const before = reportOn(file).n;
    for (const [change, status] of [
      [{}, 200],
      [{ website: 'https://spam.example' }, 200],
      [{ elapsed: '10' }, 200],
      [{ answer: 'perhaps' }, 400],
      [{ slug: 'nowhere' }, 404],
      [{ revision: '0123456789abcdef' }, 409],
    ] as const) {
      // A form of this type is not what our script sends, so it goes the long way.
      const options = { multipart: { ...form, ...change }, headers: own };
      const answer = await request.post('/_actions/feedback.vote', options);
      expect(answer.status()).toBe(status);
      if (status === 200) expect(await answer.json()).toHaveLength(1);
    }
    expect(reportOn(file).n).toBe(before + 1);
  });

  test('refuses forms from other sites', async ({ request }) => {
    const form = await fields(request);
    const elsewhere = { ...headers, Origin: 'https://elsewhere.example' };
    expect((await voteByScript(request, form, elsewhere)).status()).toBe(403);
    const posted = await request.post(`${page}?_action=feedback.vote`, {
      form,
      headers: elsewhere,
      maxRedirects: 0,
    });
    expect(posted.status()).toBe(403);
  });

  for (const [what, change, status] of [
    ['no answer', { answer: '' }, 400],
    ['another answer', { answer: 'perhaps' }, 400],
    ['a revision that is none', { revision: "'; DROP TABLE articles" }, 400],
    ['a time that is none', { elapsed: 'soon' }, 400],
    ['an article that is not there', { slug: 'nowhere' }, 404],
    ['a language that is not there', { locale: 'xx' }, 404],
    ['a text that was never here', { revision: '0123456789abcdef' }, 409],
  ] as const) {
    test(`refuses ${what}`, async ({ request }) => {
      const answer = await voteByScript(request, { ...(await fields(request)), ...change });
      expect(answer.status()).toBe(status);
      expect(await answer.text()).not.toMatch(/ at .*\.m?js/);
    });
  }

  test('tells a program nothing, and does not count it', async ({ request }) => {
    const form = await fields(request);
    const before = reportOn(file).n;
    const own = { ...headers, 'User-Agent': newBrowserName() };
    for (const [changes, agent] of [
      [{ website: 'https://spam.example' }, own['User-Agent']],
      [{ elapsed: '10' }, own['User-Agent']],
      [{ elapsed: '' }, own['User-Agent']],
      [{}, 'Googlebot/2.1 (+http://www.google.com/bot.html)'],
    ] as const) {
      const answer = await voteByScript(
        request,
        { ...form, ...changes },
        { ...own, 'User-Agent': agent },
      );
      expect(answer.status()).toBe(200);
      expect(await answer.json()).toHaveLength(1);
    }
    expect(reportOn(file).n).toBe(before);
  });

  test('sets no cookie', async ({ request }) => {
    const answer = await voteByScript(request, await fields(request));
    expect(answer.headers()['set-cookie']).toBeUndefined();
  });
});

test.describe('the door for words', () => {
  async function ticket(request: APIRequestContext): Promise<string> {
    const shown = await (await request.get(`${page}?voted=no`, { headers })).text();
    return /name="ticket" value="([^"]+)"/.exec(shown)?.[1] ?? '';
  }

  test('keeps what was typed when the comment is too long', async ({ request }) => {
    const comment = 'A & B <i>word</i> '.repeat(60).trim();
    const form = { ...(await fields(request)), reason: 'outdated', comment };
    const answer = await send(request, 'explain', { ...form, ticket: await ticket(request) });
    expect(answer.status()).toBe(400);
    const shown = await answer.text();
    expect(shown).toContain(`${comment.length - 1000} characters too long`);
    expect(shown).toContain('A &amp; B &lt;i&gt;word&lt;/i&gt;');
    expect(shown).toMatch(/value="outdated" checked/);
    expect(shown).toContain('aria-invalid="true"');
  });

  test('keeps what was typed when the form is too old, and takes it the second time', async ({
    request,
  }) => {
    const form = { ...(await fields(request)), comment: 'Written for days', ticket: '' };
    const answer = await send(request, 'explain', form);
    expect(answer.status()).toBe(400);
    const shown = await answer.text();
    expect(shown).toContain('press Send once more');
    expect(shown).toContain('Written for days');
    const fresh = /name="ticket" value="([^"]+)"/.exec(shown)?.[1] ?? '';
    await takeTime();
    expect((await send(request, 'explain', { ...form, ticket: fresh })).status()).toBe(303);
    expect(reportOn(file).comments).toContainEqual(
      expect.objectContaining({ comment: 'Written for days' }),
    );
  });

  test('takes no reason that goes with the other answer, and no section that is not there', async ({
    request,
  }) => {
    const form = {
      ...(await fields(request)),
      ticket: await ticket(request),
      reason: 'easy',
      section: '"><script>',
      comment: 'Only the words',
    };
    await takeTime();
    expect((await send(request, 'explain', form)).status()).toBe(303);
    expect(reportOn(file).comments).toContainEqual(
      expect.objectContaining({ comment: 'Only the words', section: null }),
    );
  });

  test('refuses forms from other sites', async ({ request }) => {
    const answer = await request.post(`${page}?_action=feedback.explain`, {
      form: await fields(request),
      headers: { ...headers, Origin: 'https://elsewhere.example' },
      maxRedirects: 0,
    });
    expect(answer.status()).toBe(403);
  });
});

test.describe('the feedback page', () => {
  for (const path of [
    '/articles/concepts/nowhere/feedback',
    '/xx/articles/concepts/deflection/feedback',
  ]) {
    test(`is missing at ${path}`, async ({ request }) => {
      expect((await request.get(path)).status()).toBe(404);
    });
  }

  test('is kept by no cache', async ({ request }) => {
    const answer = await request.get(page);
    expect(answer.headers()['cache-control']).toBe('no-store');
  });
});
