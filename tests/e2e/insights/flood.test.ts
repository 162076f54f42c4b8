import { expect, test } from '@playwright/test';
import { NEW_VISITORS_PER_NETWORK } from '#src/features/events/limits.ts';
import { rollUpEvents } from '#src/features/events/roll-up-events.ts';
import { measured, type Measured } from '#src/features/insights/measured.ts';
import { daysOf } from '#src/features/measures/scope.ts';
import { ownSite } from '#tests/support/own-site.ts';

const FIREFOX = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';
const article = '/articles/using/search';
const other = '/articles/using/feedback';
const viewed = { kind: 'article-viewed', article, seconds: 60 };
const searched = { kind: 'searched', query: 'export', quality: 'good', results: 3, from: 'box' };
const clicked = { kind: 'result-clicked', query: 'export', rank: 1, article };
const form = { form: 'contact', article, rank: 1 };

let pages = 0;
const beacon = (events: unknown[], more: object = {}) =>
  JSON.stringify({
    locale: 'en',
    page: (pages += 1),
    opened: Date.now() - 7_200_000,
    events,
    ...more,
  });

/** How many of how many each measure has counted, by its name. */
const countsOf = (all: Measured[]) =>
  Object.fromEntries(
    all.map(({ measure, part, count, share, time }) => [
      part ? `${measure} ${part}` : measure,
      [count ?? share?.count ?? time!.ended, share?.n ?? time?.n ?? 0],
    ]),
  );

test('what is malformed, too long, replayed or forged changes no measure, and a flood counts as one visitor', async () => {
  test.setTimeout(5 * 60_000);
  const { url, db, stop } = await ownSite();
  const send = async (
    path: string,
    body: string,
    address: string,
    more: Record<string, string> = {},
  ) => {
    const headers = {
      origin: url,
      'content-type': path === '/events' ? 'text/plain' : 'application/x-www-form-urlencoded',
      'user-agent': FIREFOX,
      'accept-language': 'en',
      'x-forwarded-for': address,
      ...more,
    };
    const response = await fetch(url + path, { method: 'POST', body, headers, redirect: 'manual' });
    await response.arrayBuffer();
    return response.status;
  };
  const solve = (address: string, more = {}) => {
    const fields = { name: 'Ada', email: 'ada@example.com', subject: 'It stops', message: 'Why?' };
    const body = new URLSearchParams({ ...fields, told: 'yes', solved: article });
    return send('/contact?_action=contact.send', body.toString(), address, more);
  };
  const measures = async () => {
    const now = new Date();
    await rollUpEvents(db, now);
    return countsOf(await measured(db, daysOf('week', now), now));
  };

  try {
    const honest = Array.from({ length: 12 }, () => beacon([viewed, searched, clicked]));
    for (const [index, text] of honest.entries()) await send('/events', text, `10.1.0.${index}`);
    await send(
      '/events',
      beacon([
        { kind: 'form-started', form: 'contact' },
        { kind: 'suggestion-shown', ...form },
      ]),
      '10.1.0.1',
    );
    await solve('10.1.0.1');
    const before = await measures();
    expect(before).toMatchObject({
      views: [12, 0],
      reads: [12, 0],
      'self-service-rate': [12, 12],
      'search-success': [12, 12],
      'search-misses': [0, 12],
      'click-rank': [12, 12],
      'form-funnel contact-confirmed': [1, 1],
    });

    // By somebody whom nothing else was ever counted of.
    const mallory = '10.2.0.1';
    for (const text of [
      '',
      '{',
      '[]',
      beacon([]),
      beacon([viewed], { page: 'x' }),
      beacon([viewed], { locale: 'xx' }),
      beacon([viewed], { opened: Date.now() - 90_000_000 }),
      beacon([viewed, { ...viewed, article: other }]),
      beacon([{ ...viewed, article: '/articles/using/nowhere' }]),
      beacon([{ ...viewed, seconds: 80_000 }]),
      beacon([{ kind: 'form-posted', form: 'contact' }]),
      beacon([{ kind: 'suggestion-solved', ...form }]),
      beacon(Array.from({ length: 21 }, () => searched)),
    ]) {
      expect(await send('/events', text, mallory)).toBe(204);
    }
    expect(await send('/events', beacon([viewed], { more: 'x'.repeat(16_000) }), mallory)).toBe(
      413,
    );
    const elsewhere = { origin: 'https://elsewhere.test' };
    for (const headers of [elsewhere, { origin: url, 'sec-fetch-site': 'same-site' }]) {
      expect(await send('/events', beacon([viewed]), mallory, headers)).toBe(403);
    }
    for (const [index, text] of honest.entries()) {
      await send('/events', text, `10.1.0.${index}`);
      await send('/events', text, mallory);
      // Not the same to the letter, and still of the same page.
      await send('/events', `${text} `, `10.1.0.${index}`);
      await send('/events', ` ${text}`, mallory);
    }
    expect(await measures()).toEqual(before);

    const flood = '10.3.0.1';
    for (let round = 0; round < 80; round += 1) {
      const events = Array.from({ length: 18 }, (_, index) => ({
        ...searched,
        query: `junk ${round} ${index}`,
        ago: index * 400,
      }));
      await send('/events', beacon([viewed, ...events, clicked]), flood);
      await solve(flood);
    }
    const flooded = await measures();
    for (const [name, [count = 0, n = 0]] of Object.entries(flooded)) {
      // Of searches as many as one visitor may make in a day.
      const most = name === 'search-misses' ? 30 : 1;
      const [countBefore = 0, nBefore = 0] = before[name]!;
      expect.soft(count - countBefore, name).toBeLessThanOrEqual(most);
      expect.soft(n - nBefore, `${name}, of all`).toBeLessThanOrEqual(most);
    }
    expect(flooded['views']).toEqual([13, 0]);

    // The same with browsers that are not there: no more than may be new behind one address.
    for (let name = 0; name < 100; name += 1) {
      await solve('10.4.0.1', { 'user-agent': `${FIREFOX} Invented/${name}` });
    }
    const [confirmed = 0] = (await measures())['form-funnel contact-confirmed']!;
    const [confirmedBefore = 0] = flooded['form-funnel contact-confirmed']!;
    expect(confirmed - confirmedBefore).toBeLessThanOrEqual(NEW_VISITORS_PER_NETWORK.uses);
  } finally {
    await stop();
  }
});
