import { beforeEach, expect, test } from 'vitest';
import { findSolvedQuestions } from '#src/features/search/find-solved-questions.ts';
import { member } from '#tests/integration/community/members.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { ask } from './sample-questions.ts';

const { db } = await testDatabase();
const { id: writer } = await member(db, 'writer');

beforeEach(async () => {
  await db.deleteFrom('questions').execute();
});

/** Whatever has the words fits, as here only the database is asked. */
const find = async (locale: string, ...wanted: string[]) => {
  const judge = {
    wanted: wanted.map((word) => [word]),
    scores: async (texts: unknown[]) => texts.map(() => ({ score: 1, covered: 1 })),
  };
  const found = await findSolvedQuestions(db, judge, { locale, category: undefined });
  return found.map(({ title }) => title);
};

test.each([
  ['ko', '비밀번호 변경 방법', ['비밀번호']],
  ['ja', 'パスワードの再設定', ['再設', '設定']],
  ['zh', '更改密码', ['更']],
  ['en', 'Changing a password', ['passwords']],
])('in %s, “%s” is found', async (locale, title, words) => {
  await ask(db, writer, [
    { title, locale, answers: ['…'], isSolved: true },
    { title: `${title} 2`, locale, answers: ['…'] },
  ]);
  expect(await find(locale, ...words)).toEqual([title]);
});

test('what cannot be read any more is not found, nor what has lost its answer', async () => {
  const titles = ['hidden', 'deleted', 'duplicate', 'answer hidden', 'answer deleted', 'shown'];
  const ids = await ask(
    db,
    writer,
    titles.map((what) => ({ title: `Snippet ${what}`, answers: ['Do.'], isSolved: true })),
  );
  const now = new Date();
  const question = (at: number, values: object) =>
    db.updateTable('questions').set(values).where('id', '=', ids[at]!).execute();
  const answers = (at: number, values: object) =>
    db.updateTable('answers').set(values).where('question_id', '=', ids[at]!).execute();
  await question(0, { hidden_at: now });
  await question(1, { deleted_at: now });
  await question(2, { duplicate_of_id: ids[5] });
  await answers(3, { hidden_at: now });
  await answers(4, { deleted_at: now });
  expect(await find('en', 'snippet')).toEqual(['Snippet shown']);
});
