import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { SeedActor, SeedText, SeedTools } from '#db/seed.ts';
import { happenings, newcomers } from './community/happenings.ts';
import { deed, written, type Moment } from './community/replay.ts';
import { sowRequests } from './community/requests.ts';
import {
  members as regulars,
  questions,
  type SeedComment,
  type SeedVotes,
} from './community/world.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** After the accepted answer; and after what is voted on. */
const ACCEPTED_AFTER = 2 * HOUR;
const VOTED_AFTER = HOUR;
/** After the question that somebody had asked before; and who noticed. */
const REPEATED_AFTER = 8.1 * HOUR;
const WATCHFUL = 'joana';
/** The latest news of each member, which they have not seen yet; and how soon they saw the rest. */
const UNREAD = 4;
const READ_AFTER = 5 * HOUR;

const members = [...regulars, ...newcomers];

const sum = (votes: SeedVotes = {}) =>
  Object.values(votes).reduce((total: number, value) => total + value, 0);

/**
 * Sows the members, questions and answers of `community/world.ts`, dated back from `now`, and lets
 * all that they bring about happen in its order, with what `community/happenings.ts` adds. Nobody
 * gets mail of it.
 */
export async function sow(trx: Transaction<Database>, now: Date, tools: SeedTools): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY);
  /** Nothing has happened in the future. */
  const later = (from: Date, ms: number) => new Date(Math.min(from.getTime() + ms, now.getTime()));

  const passwordHash = await tools.passwordHash();
  const actors = new Map<string, SeedActor>();
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
    actors.set(handle, { id, handle, name, role });
  }
  const actor = (handle: string): SeedActor => {
    const found = actors.get(handle);
    if (!found) throw new Error(`nobody in the world is called ${handle}`);
    return found;
  };
  const member = (handle: string): number => actor(handle).id;
  const isStaff = (handle: string) =>
    members.some((one) => one.handle === handle && one.role !== 'member');

  const texts = new Map<string, SeedText>();
  const moments: Moment[] = [];

  async function comment(
    place: { question_id: number; answer_id: number | null },
    from: Date,
    comments: SeedComment[] = [],
  ): Promise<Date> {
    let last = from;
    for (const { by, hoursLater, body } of comments) {
      const created_at = later(from, hoursLater * HOUR);
      const html = await tools.render(trx, body);
      const row = { ...place, author_id: member(by), body, html, created_at };
      const { id } = await trx
        .insertInto('comments')
        .values(row)
        .returning('id')
        .executeTakeFirstOrThrow();
      const questionId = place.question_id;
      const { author_id: byId } = row;
      const news = { kind: 'comment-written', questionId, commentId: id, byId } as const;
      texts.set(body, { noun: 'comment', id, questionId });
      moments.push(written(trx, tools, news, created_at));
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

  const canonicals: SeedText[] = [];
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
        html: await tools.render(trx, asked.body),
        tags: asked.tags,
        created_at,
        active_at: created_at,
        article_id: article?.id ?? null,
        article_revision_id: article?.revision_id ?? null,
        answer_count: asked.answers.length,
        score: sum(asked.votes),
        same_count: asked.same?.length ?? 0,
      })
      .returning('id')
      .executeTakeFirstOrThrow();
    const question = { noun: 'question', id, questionId: id } as const;
    const askedNews = {
      kind: 'question-asked',
      questionId: id,
      byId: member(asked.asker),
    } as const;
    canonicals.push(question);
    texts.set(asked.title, question);
    moments.push(written(trx, tools, askedNews, created_at));
    const canonical = asked.duplicateOf === undefined ? undefined : canonicals[asked.duplicateOf];
    if (canonical) {
      const at = later(created_at, REPEATED_AFTER);
      const repeat = () => tools.actAs(trx, actor(WATCHFUL), at).repeat(question, canonical);
      moments.push({ at, happen: repeat });
    }
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
          html: await tools.render(trx, body),
          created_at: answered_at,
          official: isStaff(by),
          score: sum(votes),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      const news = { questionId: id, answerId } as const;
      texts.set(body, { noun: 'answer', id: answerId, questionId: id });
      moments.push(
        written(trx, tools, { ...news, kind: 'answer-given', byId: member(by) }, answered_at),
      );
      await vote('answer', answerId, answered_at, votes);
      await comment({ question_id: id, answer_id: answerId }, answered_at, comments);
      if (answered_at > active_at) active_at = answered_at;
      if (index === asked.accepted) {
        accepted = {
          accepted_answer_id: answerId,
          accepted_at: later(answered_at, ACCEPTED_AFTER),
          accepted_by_id: member(asked.asker),
        };
        const { accepted_at: at, accepted_by_id: byId } = accepted;
        const told = { ...news, kind: 'answer-accepted', byId } as const;
        moments.push({ at, happen: () => tools.tell(trx, told, at) });
      }
    }
    if (accepted && accepted.accepted_at > active_at) active_at = accepted.accepted_at;
    await trx
      .updateTable('questions')
      .set({ active_at, ...accepted })
      .where('id', '=', id)
      .execute();
  }
  await sowRequests(trx, now, actor);
  const world = { member: actor, texts };
  for (const happening of happenings) {
    moments.push(deed(trx, tools, world, happening, before(happening.daysAgo)));
  }
  for (const { happen } of moments.sort((a, b) => a.at.getTime() - b.at.getTime())) await happen();
  await seeNews(
    trx,
    [...actors.values()].map(({ id }) => id),
    now,
  );
}

/** Lets members have seen all but their latest news, of which no mail tells them. */
async function seeNews(trx: Transaction<Database>, memberIds: number[], now: Date): Promise<void> {
  await sql`
    UPDATE notifications SET mail_at = NULL, read_at = CASE WHEN newness > ${UNREAD}
      THEN least(created_at + ${READ_AFTER} * interval '1 millisecond', ${now}) END
    FROM (
      SELECT id, row_number() OVER (PARTITION BY member_id ORDER BY id DESC) AS newness
      FROM notifications WHERE member_id = ANY(${memberIds})
    ) AS ranked
    WHERE ranked.id = notifications.id`.execute(trx);
}
