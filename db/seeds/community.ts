import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SeedTools } from '#db/seed.ts';
import { members, questions, type SeedComment, type SeedVotes } from './community/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After the accepted answer; and after what is voted on. */
const ACCEPTED_AFTER = 2 * HOUR;
const VOTED_AFTER = HOUR;

const sum = (votes: SeedVotes = {}) =>
  Object.values(votes).reduce((total: number, value) => total + value, 0);

/** Sows the members, questions and answers of `community/world.ts`, dated back from `now`. */
export async function sow(trx: Transaction<Database>, now: Date, tools: SeedTools): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  /** Nothing has happened in the future. */
  const later = (from: Date, ms: number) => new Date(Math.min(from.getTime() + ms, now.getTime()));

  const passwordHash = await tools.passwordHash();
  const idOf = new Map<string, number>();
  for (const { handle, name, role, about, daysAgo } of members) {
    const joined = before(daysAgo);
    const { id } = await trx
      .insertInto('members')
      .values({
        handle,
        name,
        role,
        about,
        email: `${handle}@example.com`,
        email_verified_at: joined,
        password_hash: passwordHash,
        locale: 'en',
        created_at: joined,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    idOf.set(handle, id);
  }
  const member = (handle: string): number => {
    const id = idOf.get(handle);
    if (id === undefined) throw new Error(`nobody in the world is called ${handle}`);
    return id;
  };
  const isStaff = (handle: string) =>
    members.some((one) => one.handle === handle && one.role !== 'member');

  async function comment(
    place: { question_id: number; answer_id: number | null },
    from: Date,
    comments: SeedComment[] = [],
  ): Promise<Date> {
    let last = from;
    for (const { by, hoursLater, body } of comments) {
      const created_at = later(from, hoursLater * HOUR);
      const html = await tools.render(body);
      const row = { ...place, author_id: member(by), body, html, created_at };
      await trx.insertInto('comments').values(row).execute();
      if (created_at > last) last = created_at;
    }
    return last;
  }

  async function vote(noun: 'question' | 'answer', id: number, from: Date, votes: SeedVotes = {}) {
    for (const [handle, value] of Object.entries(votes)) {
      const common = { member_id: member(handle), value, created_at: later(from, VOTED_AFTER) };
      await (
        noun === 'question'
          ? trx.insertInto('question_votes').values({ question_id: id, ...common })
          : trx.insertInto('answer_votes').values({ answer_id: id, ...common })
      ).execute();
    }
  }

  const questionIds: number[] = [];
  for (const asked of questions) {
    const created_at = before(asked.daysAgo);
    const [category = '', slug = ''] = asked.article?.split('/') ?? [];
    const article = await trx
      .selectFrom('articles')
      .select(['id', 'revision_id'])
      .where('locale', '=', 'en')
      .where('category', '=', category)
      .where('slug', '=', slug)
      .executeTakeFirst();
    const { id } = await trx
      .insertInto('questions')
      .values({
        author_id: member(asked.asker),
        locale: 'en',
        category: asked.category,
        title: asked.title,
        body: asked.body,
        html: await tools.render(asked.body),
        tags: asked.tags,
        created_at,
        active_at: created_at,
        article_id: article?.id ?? null,
        article_revision_id: article?.revision_id ?? null,
        answer_count: asked.answers.length,
        score: sum(asked.votes),
        same_count: asked.same?.length ?? 0,
        duplicate_of_id: asked.duplicateOf === undefined ? null : questionIds[asked.duplicateOf],
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    questionIds.push(id);
    await vote('question', id, created_at, asked.votes);
    for (const handle of asked.same ?? []) {
      const same = { question_id: id, member_id: member(handle), created_at };
      await trx.insertInto('same_questions').values(same).execute();
    }
    await comment({ question_id: id, answer_id: null }, created_at, asked.comments);

    let active_at = created_at;
    let accepted: { accepted_answer_id: number; accepted_at: Date; accepted_by_id: number } | null =
      null;
    for (const [index, { by, hoursLater, body, votes, comments }] of asked.answers.entries()) {
      const answered_at = later(created_at, hoursLater * HOUR);
      const { id: answerId } = await trx
        .insertInto('answers')
        .values({
          question_id: id,
          author_id: member(by),
          body,
          html: await tools.render(body),
          created_at: answered_at,
          official: isStaff(by),
          score: sum(votes),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await vote('answer', answerId, answered_at, votes);
      await comment({ question_id: id, answer_id: answerId }, answered_at, comments);
      if (answered_at > active_at) active_at = answered_at;
      if (index === asked.accepted) {
        accepted = {
          accepted_answer_id: answerId,
          accepted_at: later(answered_at, ACCEPTED_AFTER),
          accepted_by_id: member(asked.asker),
        };
      }
    }
    if (accepted && accepted.accepted_at > active_at) active_at = accepted.accepted_at;
    await trx
      .updateTable('questions')
      .set({ active_at, ...accepted })
      .where('id', '=', id)
      .execute();
  }
}
