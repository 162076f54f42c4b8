import { beforeEach, describe, expect, test } from 'vitest';
import { findQuestions } from '#src/features/search/find-questions.ts';
import type { QuestionRequest } from '#src/features/search/question-search.ts';
import { member } from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { answer, ask } from './sample-questions.ts';

const { db } = await testDatabase();
const { id: writer } = await member(db, 'writer');

beforeEach(async () => {
  await db.deleteFrom('questions').execute();
});

const find = (query: string, more: Partial<QuestionRequest> = {}) =>
  findQuestions(db, { query, locales: ['en'], ...more });
const idsOf = async (query: string, more: Partial<QuestionRequest> = {}) =>
  (await find(query, more)).questions.map(({ id }) => id);

describe('what is found', () => {
  test('by the words of title, tags, body and answers, whatever their endings', async () => {
    const [asked = 0] = await ask(db, writer, [
      {
        title: 'Exporting invoices as a table',
        body: 'The spreadsheet is broken.',
        tags: ['billing-run'],
        answers: ['Choose the semicolon.'],
      },
      { title: 'Something else', body: 'Nothing like it.' },
    ]);
    for (const query of [
      'export invoice',
      'spreadsheets',
      'billing',
      'billing-run',
      'semicolons',
      'invoice semicolon',
      'INVOICES, exported!',
      'spreadsh',
    ]) {
      expect(await idsOf(query), query).toEqual([asked]);
    }
    expect(await idsOf('invoice nothing')).toEqual([]);
    expect(await idsOf('')).toEqual([]);
    expect(await idsOf("' | & ! :* <-> \\")).toEqual([]);
    expect(await idsOf('the')).toEqual([]);
  });

  test('parts of addresses, files, settings and tags', async () => {
    const [asked = 0] = await ask(db, writer, [
      { title: 'Where do settings go?', body: 'In `content/site.yml` or <img> or NODE_ENV=test?' },
    ]);
    for (const query of ['site.yml', 'content/site.yml', 'site', 'img', 'node_env', 'env test']) {
      expect(await idsOf(query), query).toEqual([asked]);
    }
  });

  test('Japanese and Chinese by what stands inside of a sentence', async () => {
    const [japanese = 0, chinese = 0] = await ask(db, writer, [
      {
        title: '記事が検索で見つからないのはなぜですか',
        locale: 'ja',
        answers: ['索引を作り直してください。'],
      },
      { title: '如何重置我的密码', locale: 'zh' },
      { title: '別の質問', body: '検査と索道の話です', locale: 'ja' },
    ]);
    for (const query of ['検索', '見つからない', '検索 記事', '索引', '記', '記事 索引']) {
      expect(await idsOf(query, { locales: ['ja'] }), query).toEqual([japanese]);
    }
    expect(await idsOf('重置密码', { locales: ['zh'] })).toEqual([]);
    expect(await idsOf('密码', { locales: ['zh'] })).toEqual([chinese]);
    const { questions } = await find('検索', { locales: ['ja'] });
    expect(questions[0]?.marked).toEqual([
      { text: '記事が', mark: false },
      { text: '検索', mark: true },
      { text: 'で見つからないのはなぜですか', mark: false },
    ]);
  });

  test('in the languages asked for, each by its own rules', async () => {
    const [english = 0, german = 0] = await ask(db, writer, [
      { title: 'Running tests' },
      { title: 'Tests für alle Häuser', locale: 'de' },
    ]);
    expect(await idsOf('test')).toEqual([english]);
    expect(await idsOf('haus', { locales: ['de'] })).toEqual([german]);
    expect(await idsOf('haus')).toEqual([]);
    expect(new Set(await idsOf('test', { locales: ['en', 'de', 'ja'] }))).toEqual(
      new Set([english, german]),
    );
  });

  test('titles with mistyped words, below those with the right ones', async () => {
    const [right = 0, wrong = 0] = await ask(db, writer, [
      { title: 'How do I reset my pasword?' },
      { title: 'How do I reset my password?' },
    ]);
    expect(await idsOf('pasword')).toEqual([right, wrong]);
    expect(await idsOf('reset my passwrod')).toContain(wrong);
    expect(await idsOf('pasword', { state: 'solved' })).toEqual([]);
    expect(await idsOf('pasword', { category: 'writing' })).toEqual([]);
  });

  test('only what everybody can read, and again once it is back', async () => {
    const [first = 0, second = 0] = await ask(db, writer, [
      { title: 'About gadgets', answers: ['Turn the widget.'] },
      { title: 'About gadgets again' },
    ]);
    const change = (set: object, id = first) =>
      db.updateTable('questions').set(set).where('id', '=', id).execute();
    const changeAnswer = (set: object) =>
      db.updateTable('answers').set(set).where('question_id', '=', first).execute();
    const now = new Date();
    for (const gone of [{ hidden_at: now }, { deleted_at: now }, { duplicate_of_id: second }]) {
      await change(gone);
      expect(await idsOf('gadget')).toEqual([second]);
      expect(await idsOf('widget')).toEqual([]);
      await change({ hidden_at: null, deleted_at: null, duplicate_of_id: null });
      expect(await idsOf('gadget')).toEqual([second, first]);
      expect(await idsOf('widget')).toEqual([first]);
    }
    for (const gone of [{ hidden_at: now }, { deleted_at: now }]) {
      await changeAnswer(gone);
      expect(await idsOf('widget')).toEqual([]);
      await changeAnswer({ hidden_at: null, deleted_at: null });
      expect(await idsOf('widget')).toEqual([first]);
    }
  });

  test('by the words that a text has now', async () => {
    const [asked = 0] = await ask(db, writer, [{ title: 'About gadgets', answers: ['Turn it.'] }]);
    await db
      .updateTable('questions')
      .set({ title: 'About doors' })
      .where('id', '=', asked)
      .execute();
    await db
      .updateTable('answers')
      .set({ body: 'Push it.' })
      .where('question_id', '=', asked)
      .execute();
    expect(await idsOf('gadget')).toEqual([]);
    expect(await idsOf('turn')).toEqual([]);
    expect(await idsOf('doors pushing')).toEqual([asked]);
    await db
      .updateTable('questions')
      .set({ category: 'writing' })
      .where('id', '=', asked)
      .execute();
    expect(await idsOf('push', { category: 'writing' })).toEqual([asked]);
    expect(await idsOf('push', { category: 'using' })).toEqual([]);
  });

  test('by state and category', async () => {
    const [solved = 0, open = 0, elsewhere = 0] = await ask(db, writer, [
      { title: 'A lamp is dark', answers: ['A new bulb.'], isSolved: true },
      { title: 'Another lamp', answers: ['A new bulb.'] },
      { title: 'A third lamp', category: 'writing' },
    ]);
    expect(await idsOf('lamp', { state: 'solved' })).toEqual([solved]);
    expect(await idsOf('bulb', { state: 'solved' })).toEqual([solved]);
    expect(await idsOf('bulb', { state: 'unsolved' })).toEqual([open]);
    expect(await idsOf('lamp', { category: 'writing' })).toEqual([elsewhere]);
    const accepted = { accepted_answer_id: null };
    await db.updateTable('questions').set(accepted).where('id', '=', solved).execute();
    expect(await idsOf('lamp', { state: 'solved' })).toEqual([]);
  });
});

describe('the order', () => {
  test('is by title, then tags and body, then answers', async () => {
    // The newest comes first where nothing else tells.
    const [byTitle, byTag, byBody, byAnswer] = await ask(db, writer, [
      { title: 'One printer or another' },
      { title: 'One thing or another', tags: ['printer'] },
      { title: 'One thing or another', body: 'It is the printer or not so.' },
      { title: 'One thing or another', answers: ['It is the printer.'] },
    ]);
    const order = await idsOf('printer');
    expect(order[0]).toBe(byTitle);
    expect(new Set(order.slice(1, 3))).toEqual(new Set([byBody, byTag]));
    expect(order[3]).toBe(byAnswer);
  });

  test('of two alike has the solved one first', async () => {
    const [solved, open] = await ask(db, writer, [
      { title: 'The kettle is cold', answers: ['Plug it in.'], isSolved: true },
      { title: 'The kettle is cold', answers: ['Plug it in.'] },
    ]);
    expect(await idsOf('kettle')).toEqual([solved, open]);
  });

  test('goes on where the page before ended', async () => {
    const all = await ask(
      db,
      writer,
      Array.from({ length: 45 }, (_, at) => ({ title: `The kettle number ${at}` })),
    );
    const pages = [];
    for (const from of [0, 20, 40]) pages.push(await find('kettle', { from }));
    expect(pages.map(({ hasMore }) => hasMore)).toEqual([true, true, false]);
    const ids = pages.flatMap(({ questions }) => questions.map(({ id }) => id));
    expect(ids.toSorted((a, b) => a - b)).toEqual(all);
  });
});

describe('the excerpt', () => {
  test('marks what matches, in the question or else in the answer', async () => {
    const [asked = 0] = await ask(db, writer, [
      { title: 'My kettles', body: 'They stay cold all the time.', answers: ['No idea.'] },
    ]);
    const right = await answer(db, writer, asked, 'Push the plug into the socket.');
    const [byBody] = (await find('kettle cold')).questions;
    expect(byBody).toMatchObject({
      answerId: null,
      marked: [
        { text: 'My ', mark: false },
        { text: 'kettles', mark: true },
      ],
    });
    expect(byBody?.excerpt.filter(({ mark }) => mark)).toEqual([{ text: 'cold', mark: true }]);
    const [byAnswer] = (await find('kettle sockets')).questions;
    expect(byAnswer?.answerId).toBe(right);
    expect(byAnswer?.excerpt).toContainEqual({ text: 'socket', mark: true });
  });

  test('is text, whatever was written', async () => {
    const title = 'Is <b onclick="x()">bold</b> & <script>alert(1)</script> a kettle?';
    await ask(db, writer, [
      {
        title,
        body: 'kettle',
        html: '<p>A <strong>kettle</strong> &#x3C;img src=x onerror=alert(1)> &#x26;lt; \u0002odd\u0003 &#x2;end</p>',
      },
    ]);
    const [found] = (await find('kettle')).questions;
    const text = (pieces: { text: string }[] = []) => pieces.map((piece) => piece.text).join('');
    expect(text(found?.marked)).toBe(title);
    expect(text(found?.excerpt).replace(/\s+/g, ' ').trim()).toBe(
      '… kettle <img src=x onerror=alert(1)> &lt; odd end …',
    );
    expect(found?.excerpt.filter(({ mark }) => mark)).toEqual([{ text: 'kettle', mark: true }]);
  });
});
