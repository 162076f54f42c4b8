import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Actor } from '#src/features/accounts/actor.ts';
import { acceptAnswer } from '#src/features/community/accept-answer.ts';
import { questionTag } from '#src/features/community/announce.ts';
import { answerQuestion } from '#src/features/community/answer-question.ts';
import { answersToReview } from '#src/features/community/answers-to-review.ts';
import { movesOf } from '#src/features/community/article-link.ts';
import { articlelessQuestions } from '#src/features/community/articleless-questions.ts';
import { askQuestion } from '#src/features/community/ask-question.ts';
import { deleteAnswer } from '#src/features/community/delete-answer.ts';
import { editAnswer } from '#src/features/community/edit-answer.ts';
import { followArticles } from '#src/features/community/follow-articles.ts';
import { linkedSite } from '#src/features/community/linked-site.ts';
import { reviewLink } from '#src/features/community/review-link.ts';
import { writeComment } from '#src/features/community/write-comment.ts';
import { ARTICLES_CHANGED_TASK, syncArticles } from '#src/features/feedback/sync-articles.ts';
import type { Article } from '#src/features/content/article.ts';
import { followChanges, isFollowingChanges, onChange } from '#src/server/changes.ts';
import { NotAllowed, NotFound, NotSignedIn } from '#src/server/errors.ts';
import { createLog } from '#src/server/log.ts';
import { article, reworded, text } from '#tests/integration/feedback/sample-articles.ts';
import { testDatabase } from '#tests/support/test-database.ts';
import { member, place, typedQuestion } from './members.ts';

const { db, url } = await testDatabase();
const site = { defaultLocale: 'en', locales: ['en', 'de'] };
const linked = linkedSite({ SITE_URL: 'https://help.example.com' }, site);
const day = (number: number) => new Date(Date.UTC(2026, 10, number, 12));
const invite = article();
const guide = article({ slug: 'guide', title: 'Guide', body: text('guide') });
let people = 0;
let author: Actor;
let stopFollowing: () => Promise<void>;
const changes: string[][] = [];

beforeAll(async () => {
  author = await member(db, 'writer', 'author');
  stopFollowing = followChanges(url, createLog('silent'));
  onChange((change) => changes.push([...change]));
  await vi.waitFor(() => expect(isFollowingChanges()).toBe(true));
});
afterAll(() => stopFollowing());
beforeEach(async () => {
  await sql`TRUNCATE questions, articles CASCADE`.execute(db);
  await sql`DELETE FROM graphile_worker._private_jobs`.execute(db);
  await syncArticles(db, [invite, guide], 'en', day(1));
});

/** An answer of day 2 to a question of its own. */
async function answered(body: string) {
  const who = await member(db, `person-${(people += 1)}`);
  const { id } = await askQuestion(db, who, place, typedQuestion, day(2));
  const answer = await answerQuestion(db, who, id, body, 'en', day(2));
  return { who, question: id, answer };
}

const htmlOf = async (id: number) =>
  (await db.selectFrom('answers').select('html').where('id', '=', id).executeTakeFirstOrThrow())
    .html;
const mentions = async () => {
  const { rows } = await sql<any>`
    SELECT noun, origin, locale, category, slug FROM article_mentions
    ORDER BY noun, origin, locale, slug`.execute(db);
  return rows.map((row) => Object.values(row).join(' '));
};

/** Follows as the job does, with the content folder as it is now. */
function follow(articles: Article[]): Promise<number> {
  const paths = articles.map(({ locale, category, slug }) => {
    return `${locale === 'en' ? '' : `/${locale}`}/articles/${category}/${slug}`;
  });
  const redirects = Object.fromEntries(
    articles.flatMap((one, at) => one.redirectFrom.map((old) => [old, paths[at]!])),
  );
  return followArticles(db, linked, movesOf(site, redirects, new Set(paths)));
}

const toReview = () => answersToReview(db, author, linked);

describe('which articles a text leads to', () => {
  test('is known from when it is posted until it is deleted for good', async () => {
    const { who, question, answer } = await answered(
      'See [this](/articles/using/invite#first), [that](/de/articles/using/invite?a) and ' +
        'https://help.example.com/articles/using/guide, or [elsewhere](https://example.org/articles/a/b).',
    );
    const about = { questionId: question, answerId: answer };
    await writeComment(db, who, about, 'Or `/articles/using/guide` itself.', 'en', day(2));
    await writeComment(
      db,
      who,
      about,
      'Or [it](/articles/using/%D8%A8%D8%AD%D8%AB).',
      'en',
      day(2),
    );
    expect(await mentions()).toEqual([
      'answer   using invite',
      'answer  de using invite',
      'answer https://example.org  a b',
      'answer https://help.example.com  using guide',
      'comment   using بحث',
    ]);
    const edit = { body: 'See [this](/articles/using/guide) in its place.', reason: '' };
    await editAnswer(db, who, answer, edit, 'en', day(3));
    expect(await mentions()).toEqual(['answer   using guide', 'comment   using بحث']);
    await sql`DELETE FROM questions`.execute(db);
    expect(await mentions()).toEqual([]);
  });

  test('tells solved questions that no article answers', async () => {
    const [with_, without, elsewhere, gone] = [
      await answered('See [this](/articles/using/invite) for it.'),
      await answered('Just press the blue button there.'),
      await answered('See [this](https://example.org/articles/using/invite) for it.'),
      await answered('See [this](/articles/using/nowhere) for it.'),
    ];
    for (const { who, answer } of [with_, without, elsewhere, gone]) {
      await acceptAnswer(db, who, answer, day(3));
    }
    await answered('This one is not accepted by anybody.');
    const found = await articlelessQuestions(db, linked, day(1), 10);
    expect(found.map(({ id }) => id).toSorted((a, b) => a - b)).toEqual([
      without.question,
      elsewhere.question,
      gone.question,
    ]);
    expect(found[0]).toMatchObject({ title: typedQuestion.title, locale: 'en', category: 'using' });
    expect(await articlelessQuestions(db, linked, day(4), 10)).toEqual([]);
    expect(await articlelessQuestions(db, linked, day(1), 1)).toHaveLength(1);
  });
});

describe('an article that moves', () => {
  const moved = {
    ...invite,
    category: 'teams',
    slug: 'people',
    redirectFrom: ['/articles/using/invite'],
  };

  test('takes the links along, with anchors and languages, and tells the pages; twice is once', async () => {
    const body =
      'See [this](/articles/using/invite#first), [that](/de/articles/using/invite) and ' +
      'https://help.example.com/articles/using/invite, or [other](https://example.org/articles/using/invite).';
    const { answer, question } = await answered(body);
    const before = await db.selectFrom('answers').selectAll().executeTakeFirstOrThrow();
    await syncArticles(db, [moved, guide], 'en', day(3));
    changes.length = 0;
    expect(await follow([moved, guide])).toBe(1);
    const html = await htmlOf(answer);
    expect(html).toContain('href="/articles/teams/people#first"');
    expect(html).toContain('href="/de/articles/teams/people"');
    expect(html).toContain('href="https://help.example.com/articles/teams/people"');
    expect(html).toContain('href="https://example.org/articles/using/invite"');
    const after = await db.selectFrom('answers').selectAll().executeTakeFirstOrThrow();
    expect({ ...after, html: '' }).toEqual({ ...before, html: '' });
    expect(after.body).toBe(body);
    await vi.waitFor(() => expect(changes.flat()).toContain(questionTag(question)));
    expect(await follow([moved, guide])).toBe(0);
    expect(await toReview()).toEqual([]);
  });

  test('takes those of questions and comments along, and of a text that is edited later', async () => {
    const { who, question, answer } = await answered('See [this](/articles/using/guide) first.');
    const about = { questionId: question, answerId: answer };
    const link = 'Or [this](/articles/using/invite#first).';
    await writeComment(db, who, about, link, 'en', day(2));
    await askQuestion(
      db,
      await member(db, 'linker'),
      place,
      { ...typedQuestion, body: link },
      day(2),
    );
    await syncArticles(db, [moved, guide], 'en', day(3));
    expect(await follow([moved, guide])).toBe(2);
    await editAnswer(db, who, answer, { body: link, reason: '' }, 'en', day(4));
    expect(await follow([moved, guide])).toBe(1);
    expect(await htmlOf(answer)).toContain('href="/articles/teams/people#first"');
  });

  test('queues the job in its own transaction, and only then', async () => {
    const jobs = async () =>
      Number(
        (
          await sql<any>`
            SELECT count(*) FROM graphile_worker.jobs
            WHERE task_identifier = ${ARTICLES_CHANGED_TASK}`.execute(db)
        ).rows[0].count,
      );
    await sql`DELETE FROM graphile_worker._private_jobs`.execute(db);
    await syncArticles(db, [invite, guide], 'en', day(3));
    expect(await jobs()).toBe(0);
    await syncArticles(db, [moved, guide], 'en', day(3));
    expect(await jobs()).toBe(1);
  });
});

describe('answers worth a second look', () => {
  test('are those that lead to an article that is gone', async () => {
    const { question, answer } = await answered('See [this](/articles/using/invite#first) for it.');
    await answered('See [this](/articles/using/guide) for it.');
    expect(await toReview()).toEqual([]);
    await syncArticles(db, [guide], 'en', day(3));
    await syncArticles(db, [guide], 'en', day(4));
    const [one, ...more] = await toReview();
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      answerId: answer,
      questionId: question,
      questionTitle: typedQuestion.title,
      articleTitle: 'Invite people',
      why: 'removed',
      at: day(3),
    });
  });

  test('or to one that was rewritten, not to one of which a few words changed', async () => {
    const { who, answer } = await answered('See [this](/de/articles/using/invite) for it.');
    const few = article({ body: reworded(invite.body, 3) });
    await syncArticles(db, [few, guide], 'en', day(3));
    expect(await toReview()).toEqual([]);
    const other = article({ body: text('other') });
    await syncArticles(db, [other, guide], 'en', day(4));
    expect(await toReview()).toMatchObject([{ answerId: answer, why: 'changed', at: day(4) }]);
    const edit = { body: 'See [this](/articles/using/invite) in its new form.', reason: '' };
    await editAnswer(db, who, answer, edit, 'en', day(5));
    expect(await toReview()).toEqual([]);
  });

  test('and are not those that nobody reads, or that were there before the article', async () => {
    const { who, answer } = await answered('See [this](/articles/using/invite) for it.');
    await answered('See [this](/articles/using/later) for it.');
    const later = article({ slug: 'later', body: text('later') });
    await syncArticles(db, [guide, later], 'en', day(4));
    expect(await toReview()).toHaveLength(1);
    await deleteAnswer(db, who, answer, day(5));
    expect(await toReview()).toEqual([]);
  });

  test('leave the list when somebody has looked, until the article changes again', async () => {
    const { answer } = await answered('See [this](/articles/using/invite) for it.');
    await syncArticles(db, [article({ body: text('other') }), guide], 'en', day(3));
    const [{ articleId } = { articleId: 0 }] = await toReview();
    const look = { answerId: answer, articleId, note: '  still right ' };
    await reviewLink(db, author, look, day(4));
    await reviewLink(db, author, look, day(4));
    expect(await toReview()).toEqual([]);
    const [row, ...more] = await db.selectFrom('link_reviews').selectAll().execute();
    expect(more).toEqual([]);
    expect(row).toMatchObject({ note: 'still right', reviewed_by_id: author.id });
    await syncArticles(db, [guide], 'en', day(5));
    expect(await toReview()).toMatchObject([{ why: 'removed' }]);
    await expect(reviewLink(db, author, { ...look, answerId: answer + 1 }, day(6))).rejects.toThrow(
      NotFound,
    );
  });

  test('are for authors and moderators', async () => {
    const { who, answer } = await answered('See [this](/articles/using/invite) for it.');
    const look = { answerId: answer, articleId: 1, note: '' };
    for (const [actor, error] of [
      [undefined, NotSignedIn],
      [who, NotAllowed],
      [{ ...author, suspendedUntil: day(9) }, NotAllowed],
    ] as const) {
      await expect(answersToReview(db, actor, linked)).rejects.toThrow(error);
      await expect(reviewLink(db, actor, look, day(3))).rejects.toThrow(error);
    }
    expect(await answersToReview(db, await member(db, 'mod', 'moderator'), linked)).toEqual([]);
  });
});
