import { sql, type Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';

/**
 * Invented readers. Their codes begin with `demo-`, which no real visitor's does, so reports can
 * tell them apart, and `DELETE FROM article_feedback WHERE visitor LIKE 'demo-%'` undoes it all.
 */
const CAST = (
  'amira bo chidi dana emre freya goran hana ines jun kofi lena marek ' +
  'nadia oskar priya quentin rosa sami tove umar vera wen xenia yusuf zoe'
).split(' ');

interface Remark {
  reason: string;
  comment?: string;
  section?: string;
}

/** What the cast says of one article: the first of them yes, the next no. */
interface Story {
  article: string;
  yes: number;
  no: number;
  /** What they said of a text before the present one. */
  before?: { yes: number; no: number };
  /** By reader. */
  remarks?: Record<string, Remark>;
}

const STORIES: Story[] = [
  {
    article: 'using/search',
    yes: 18,
    no: 6,
    remarks: {
      bo: { reason: 'just-what-i-needed' },
      dana: { reason: 'easy', comment: 'I did not know about the slash key. Thank you!' },
      umar: {
        reason: 'missing-something',
        comment: 'Can I search for an exact phrase? I tried quotation marks.',
        section: 'read-the-results',
      },
      vera: { reason: 'hard-to-follow' },
    },
  },
  {
    article: 'operating/reverse-proxy',
    yes: 7,
    no: 13,
    remarks: {
      hana: { reason: 'missing-something', comment: 'Nothing about Apache. We cannot switch.' },
      ines: { reason: 'did-not-work', comment: 'Votes were refused until I passed on the Host.' },
      jun: { reason: 'missing-something' },
      kofi: { reason: 'missing-something', comment: 'An example for Traefik would help us.' },
    },
  },
  {
    article: 'writing/images-and-video',
    yes: 19,
    no: 5,
    before: { yes: 9, no: 13 },
    remarks: { amira: { reason: 'complete', comment: 'The new pictures say it all.' } },
  },
  {
    article: 'operating/backup',
    yes: 9,
    no: 12,
    before: { yes: 19, no: 3 },
    remarks: {
      lena: { reason: 'hard-to-follow', comment: 'The old page had the three commands on top.' },
      marek: { reason: 'hard-to-follow' },
      nadia: { reason: 'something-else', comment: 'Which of the two ways do you recommend?' },
    },
  },
  { article: 'using/feedback', yes: 21, no: 2, remarks: { chidi: { reason: 'easy' } } },
  { article: 'concepts/helpfulness', yes: 4, no: 2, before: { yes: 5, no: 3 } },
  {
    article: 'writing/front-matter',
    yes: 12,
    no: 7,
    remarks: { priya: { reason: 'outdated', comment: 'The key is called reviewBy, not review.' } },
  },
];

const hour = 3_600_000;

async function castVotes(
  trx: Transaction<Database>,
  target: { series_id: number; revision_id: number },
  { yes, no, remarks = {} }: Pick<Story, 'yes' | 'no' | 'remarks'>,
  until: Date,
): Promise<void> {
  const voters = CAST.slice(0, yes + no);
  await trx
    .insertInto('article_feedback')
    .values(
      voters.map((name, index) => {
        const at = new Date(until.getTime() - (voters.length - index) * 7 * hour);
        const { reason = null, comment = null, section = null } = remarks[name] ?? {};
        return {
          ...target,
          visitor: `demo-${name}`,
          locale: 'en',
          answer: index < yes ? ('yes' as const) : ('no' as const),
          reason,
          comment,
          section,
          created_at: at,
          updated_at: at,
        };
      }),
    )
    .execute();
}

/** Gives an article a text that it never had, so that there is something to compare with. */
async function addSeriesBefore(
  trx: Transaction<Database>,
  articleId: number,
  now: Date,
): Promise<{ series_id: number; revision_id: number }> {
  const started = new Date(now.getTime() - 60 * 24 * hour);
  const ended = new Date(now.getTime() - 30 * 24 * hour);
  const series = await trx
    .insertInto('article_series')
    .values({ article_id: articleId, started_at: started, ended_at: ended })
    .returning('id')
    .executeTakeFirstOrThrow();
  const revision = await trx
    .insertInto('article_revisions')
    .values({
      article_id: articleId,
      series_id: series.id,
      hash: 'demo000000000000',
      first_seen_at: started,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { series_id: series.id, revision_id: revision.id };
}

/** Example votes on the articles that Helpmark brings; on other content, on whatever comes first. */
export async function sow(trx: Transaction<Database>, now: Date): Promise<void> {
  const articles = await trx
    .selectFrom('articles')
    .innerJoin('article_revisions', 'article_revisions.id', 'articles.revision_id')
    .select([
      'articles.id as article_id',
      'article_revisions.id as revision_id',
      'article_revisions.series_id',
      sql<string>`articles.category || '/' || articles.slug`.as('address'),
    ])
    .where('articles.removed_at', 'is', null)
    .orderBy(sql`articles.locale <> 'en'`)
    .orderBy('articles.id')
    .execute();
  const isOurs = articles.some(({ address }) => address === STORIES[0]!.article);
  for (const [index, story] of STORIES.entries()) {
    const article = isOurs
      ? articles.find(({ address }) => address === story.article)
      : articles[index];
    if (!article) continue;
    const { article_id, revision_id, series_id } = article;
    await castVotes(trx, { series_id, revision_id }, story, now);
    if (story.before) {
      const before = await addSeriesBefore(trx, article_id, now);
      await castVotes(trx, before, story.before, new Date(now.getTime() - 30 * 24 * hour));
    }
  }
}
