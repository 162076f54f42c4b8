import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { accountRecords } from '#src/features/accounts/own-records.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { addImage } from '#src/features/community/add-image.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { editAnswer } from '#src/features/community/edit-answer.ts';
import { editQuestion } from '#src/features/community/edit-question.ts';
import { leaveCommunity } from '#src/features/community/leave-community.ts';
import { readQuestionPage } from '#src/features/community/read-question-page.ts';
import { removeUnusedUploads } from '#src/features/community/remove-unused-uploads.ts';
import { restoreAnswer } from '#src/features/community/restore-answer.ts';
import { voteOnAnswer } from '#src/features/community/vote-on-answer.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { withdrawLateTexts } from '#src/features/moderation/withdraw-late-texts.ts';
import { prepareJobs } from '#src/server/jobs.ts';
import { fileFolder } from '#tests/support/file-folder.ts';
import { picture } from '#tests/support/sample-pictures.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member, place, typedAnswer, typedQuestion } from './members.ts';

const { db, url } = await testDatabase();
await prepareJobs(url);
const files = fileFolder();
const now = new Date('2026-11-22T10:00:00Z');

let count = 0;
let leaver: Actor;
let other: Actor;
beforeEach(async () => {
  count += 1;
  leaver = await member(db, `leaver-${count}`);
  other = await member(db, `other-${count}`);
});

const ask = async (by: Actor, body = typedQuestion.body) => {
  await db.deleteFrom('rate_limits').execute();
  const asker = await member(db, `asker-${(count += 1)}`);
  const { id } = await askQuestion(db, asker, place, { ...typedQuestion, body }, now);
  await db.updateTable('questions').set({ author_id: by.id }).where('id', '=', id).execute();
  return id;
};
const answer = (by: Actor, question: number) =>
  answerQuestion(db, by, question, typedAnswer, 'en', now);
const comment = (by: Actor, questionId: number, answerId?: number) =>
  writeComment(db, by, { questionId, answerId }, 'Does that help with feeds too?', 'en', now);

const leave = (texts: 'stay' | 'go') =>
  db.transaction().execute((trx) => leaveCommunity(trx, leaver.id, texts, now));
const question = (id: number) =>
  db.selectFrom('questions').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const answered = (id: number) =>
  db.selectFrom('answers').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const commented = (id: number) =>
  db.selectFrom('comments').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const erased = { body: '', html: '', deleted_at: now, deleted_by_id: null };

/** Questions whose counters are not those of their rows. */
async function wrongCounters() {
  const { rows } = await sql`
    SELECT id FROM questions WHERE
      answer_count <> (SELECT count(*) FROM answers WHERE question_id = questions.id
        AND hidden_at IS NULL AND deleted_at IS NULL)
      OR score <> (SELECT coalesce(sum(value), 0) FROM question_votes WHERE question_id = questions.id)
      OR same_count <> (SELECT count(*) FROM same_questions WHERE question_id = questions.id)
    UNION ALL SELECT id FROM answers WHERE
      score <> (SELECT coalesce(sum(value), 0) FROM answer_votes WHERE answer_id = answers.id)`.execute(
    db,
  );
  return rows;
}

describe('texts that go', () => {
  test('are emptied for good, with their earlier states', async () => {
    const own = await ask(leaver);
    await editQuestion(
      db,
      leaver,
      own,
      { ...typedQuestion, title: 'How do I find it again?', reason: '' },
      'en',
      now,
    );
    const foreign = await ask(other);
    const reply = await answer(leaver, foreign);
    await editAnswer(db, leaver, reply, { body: `${typedAnswer} Or none.`, reason: '' }, 'en', now);
    const remark = await comment(leaver, foreign);
    await leave('go');

    expect(await question(own)).toMatchObject({ ...erased, title: '', tags: [] });
    expect(await answered(reply)).toMatchObject(erased);
    expect(await commented(remark)).toMatchObject(erased);
    expect((await question(foreign)).answer_count).toBe(0);
    for (const [table, column, id] of [
      ['question_revisions', 'question_id', own],
      ['answer_revisions', 'answer_id', reply],
    ] as const) {
      const { rows } = await sql`
        SELECT FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${id}`.execute(db);
      expect(rows, table).toEqual([]);
    }
    expect(await wrongCounters()).toEqual([]);
  });

  test('leave what others need: accepted answers and answered questions', async () => {
    const helped = await ask(other);
    const solution = await answer(leaver, helped);
    await acceptAnswer(db, other, solution, now);
    const own = await ask(leaver);
    const theirs = await answer(other, own);
    const ownReply = await answer(leaver, own);
    await acceptAnswer(db, leaver, ownReply, now);
    await leave('go');

    expect((await answered(solution)).body).toBe(typedAnswer);
    expect((await question(helped)).accepted_answer_id).toBe(solution);
    expect(await question(own)).toMatchObject({
      title: typedQuestion.title,
      deleted_at: null,
      answer_count: 1,
      // It was accepted by nobody but themselves.
      accepted_answer_id: null,
    });
    expect(await answered(ownReply)).toMatchObject(erased);
    expect((await answered(theirs)).deleted_at).toBeNull();
    expect(await wrongCounters()).toEqual([]);
  });

  test('leave a question of theirs whose own answer staff accepted', async () => {
    const moderator = await member(db, `moderator-${count}`, 'moderator');
    const own = await ask(leaver);
    const reply = await answer(leaver, own);
    await acceptAnswer(db, moderator, reply, now);
    await leave('go');
    expect((await question(own)).body).toBe(typedQuestion.body);
    expect((await answered(reply)).body).toBe(typedAnswer);
  });

  test('leave a question that others lead to', async () => {
    const own = await ask(leaver);
    const repeated = await ask(other);
    await db
      .updateTable('questions')
      .set({ duplicate_of_id: own })
      .where('id', '=', repeated)
      .execute();
    await leave('go');
    expect((await question(own)).deleted_at).toBeNull();
  });

  test('can be read and brought back by nobody, moderators included', async () => {
    const moderator = await member(db, `moderator-${count}`, 'moderator');
    const foreign = await ask(other);
    const reply = await answer(leaver, foreign);
    await leave('go');
    const none = { after: undefined, before: undefined };
    const page = await readQuestionPage(db, foreign, moderator, none, reply);
    expect(JSON.stringify(page)).not.toContain(`"id":${reply},`);
    for (const actor of [leaver, moderator]) {
      await expect(restoreAnswer(db, actor, reply)).rejects.toThrow();
    }
  });

  test('are found also when they are posted in that very moment', async () => {
    const foreign = await ask(other);
    await leave('go');
    const late = await answer(leaver, foreign);
    await withdrawLateTexts(db, leaver.id, now);
    expect(await answered(late)).toMatchObject(erased);
    expect(await wrongCounters()).toEqual([]);
  });

  test('take their pictures along', async () => {
    const bytes = await picture('png', 120, 40);
    const added = await addImage(
      db,
      files,
      leaver,
      new File([new Uint8Array(bytes)], 'a.png'),
      'en',
      now,
    );
    const name = added.url.replace('/uploads/', '');
    await ask(leaver, `${typedQuestion.body}\n\n${added.markdown}`);
    const later = new Date(now.getTime() + 1000);
    await removeUnusedUploads(db, files, leaver.id, later);
    expect(files.list()).toContain(name);
    await leave('go');
    await removeUnusedUploads(db, files, leaver.id, later);
    expect(files.list()).not.toContain(name);
  });

  test('come out right while others vote, answer and accept', async () => {
    const foreign = await ask(other);
    const replies = [await answer(leaver, foreign), await answer(other, foreign)];
    const crowd = await Promise.all(
      Array.from({ length: 6 }, (_, at) => member(db, `crowd-${count}-${at}`)),
    );
    await Promise.allSettled([
      leave('go'),
      acceptAnswer(db, other, replies[0]!, now),
      ...crowd.map((one) => voteOnAnswer(db, one, replies[0]!, 1, now)),
      ...crowd.map((one) => answer(one, foreign)),
      leave('go'),
    ]);
    expect(await wrongCounters()).toEqual([]);
    const { accepted_answer_id } = await question(foreign);
    const { body, deleted_at } = await answered(replies[0]!);
    // Accepted first it stays, withdrawn first it cannot be accepted any more.
    expect([accepted_answer_id !== null, deleted_at === null, body !== '']).toEqual(
      Array.from({ length: 3 }, () => accepted_answer_id !== null),
    );
  });
});

test('texts that stay are not touched', async () => {
  const own = await ask(leaver);
  const reply = await answer(leaver, await ask(other));
  await leave('stay');
  expect((await question(own)).body).toBe(typedQuestion.body);
  expect((await answered(reply)).body).toBe(typedAnswer);
});

test('the jobs that tidy up are queued with the leaving', async () => {
  const { rows } = await sql<{ task: string }>`
    SELECT DISTINCT task_identifier AS task FROM graphile_worker.jobs`.execute(db);
  const tasks = rows.map(({ task }) => task);
  expect(tasks).toEqual(expect.arrayContaining(['withdraw-texts', 'remove-unused-uploads']));
  expect(accountRecords.map(({ table }) => table)).toContain('uploads');
});
