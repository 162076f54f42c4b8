import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { peopleToMention } from '#src/features/community/people-to-mention.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { renderWriting } from '#src/features/community/render-writing.ts';
import { similarQuestions } from '#src/features/community/similar-questions.ts';
import { syncArticles } from '#src/features/feedback/sync-articles.ts';
import { NotSignedIn } from '#src/server/errors.ts';
import { article, text } from '#tests/integration/feedback/sample-articles.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member, place, typedAnswer, typedQuestion } from './members.ts';

const { db } = await testDatabase();
const noon = new Date('2026-11-22T12:00:00Z');
let names = 0;
const somebody = () => member(db, `somebody-${(names += 1)}`);
const ask = async (title: string, who?: Actor) =>
  (await askQuestion(db, who ?? (await somebody()), place, { ...typedQuestion, title }, noon)).id;

describe('what comes along with a question', () => {
  test('the search, without what is private', async () => {
    const searched = '  lost\n mail of jane@example.com  ';
    const { id } = await askQuestion(
      db,
      await somebody(),
      { ...place, searched },
      typedQuestion,
      noon,
    );
    const found = await readQuestionPage(db, id, undefined, {});
    expect(found?.question.searched).toBe('lost mail of […]');
    const without = await ask('A question that came by itself');
    expect((await readQuestionPage(db, without, undefined, {}))?.question.searched).toBeNull();
  });

  test('the article, with the revision that was read', async () => {
    const before = article({ body: text('before') });
    const after = article({ body: text('after') });
    await syncArticles(db, [before], 'en', noon);
    await syncArticles(db, [after], 'en', noon);
    const revisionOf = async (revision: string | undefined) => {
      const read = { locale: 'en', category: after.category, slug: after.slug, revision };
      const { id } = await askQuestion(
        db,
        await somebody(),
        { ...place, article: read },
        typedQuestion,
        noon,
      );
      const row = await db
        .selectFrom('questions')
        .innerJoin('article_revisions', 'article_revisions.id', 'article_revision_id')
        .select('hash')
        .where('questions.id', '=', id)
        .executeTakeFirst();
      return row?.hash;
    };
    expect(await revisionOf(before.revision)).toBe(before.revision);
    expect(await revisionOf('f'.repeat(16))).toBe(after.revision);
    expect(await revisionOf(undefined)).toBe(after.revision);
  });
});

describe('similar questions', () => {
  test('are found by words of the text too, solved ones first', async () => {
    const open = await ask('The zeppelin does not leave the hangar');
    const asker = await somebody();
    const solved = await ask('Zeppelin stuck in front of the hangar', asker);
    const answer = await answerQuestion(db, await somebody(), solved, typedAnswer, 'en', noon);
    await acceptAnswer(db, asker, answer, noon);
    const ids = async (title: string, body?: string) =>
      (await similarQuestions(db, { title, ...(body ? { body } : {}) }, 'en')).map(({ id }) => id);
    expect(await ids('A zeppelin and its hangar')).toEqual([solved, open]);
    // Also when the open one is closer.
    expect(await ids('The zeppelin does not leave the hangar')).toEqual([solved, open]);
    expect(await ids('It will not fly')).toEqual([]);
    expect(await ids('It will not fly', 'My zeppelin stays where it is.')).toEqual([solved, open]);
    expect(await ids('My zepelin')).toContain(open);
    expect(await ids('')).toEqual([]);
    await ids(`'); DROP TABLE questions --`);
    expect(await ids('A zeppelin and its hangar')).toHaveLength(2);
  });
});

describe('names', () => {
  let quill: Actor;
  beforeAll(async () => {
    quill = await member(db, 'quill');
    await member(db, 'quimby');
    await db.updateTable('members').set({ name: 'Zora' }).where('handle', '=', 'quimby').execute();
  });

  test('members choose among members, those who take part first', async () => {
    const asker = await member(db, 'quoll');
    const id = await ask('A question by one with a q', asker);
    const handles = async (prefix: string, question?: number) =>
      (await peopleToMention(db, quill, prefix, question)).map(({ handle }) => handle);
    expect(await handles('qu')).toEqual(['quimby', 'quoll']);
    expect(await handles('Qu', id)).toEqual(['quoll', 'quimby']);
    expect(await handles('', id)).toEqual(['quoll']);
    expect(await handles('')).toEqual([]);
    expect(await handles('%')).toEqual([]);
    await answerQuestion(db, (await memberCalled('quimby'))!, id, typedAnswer, 'en', noon);
    expect(await handles('zor', id)).toEqual(['quimby']);
    await expect(peopleToMention(db, undefined, 'qu', id)).rejects.toThrow(NotSignedIn);
  });

  test('those of members lead to them, others are words', async () => {
    const html = await renderWriting(db, 'Thanks @Quill and @nobody-here. `@quill` [@quill](/x)');
    expect(html).toContain('<a href="/members/quill">@Quill</a> and @nobody-here.');
    expect(html).toContain('<code>@quill</code> <a href="/x"');
    expect(html.match(/\/members\//g)).toHaveLength(1);
  });
});

async function memberCalled(handle: string): Promise<Actor | undefined> {
  const row = await db
    .selectFrom('members')
    .select(['id', 'name', 'role'])
    .where('handle', '=', handle)
    .executeTakeFirst();
  return row && { ...row, handle, isVerified: true, silencedUntil: null, suspendedUntil: null };
}
