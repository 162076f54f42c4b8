import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { articlePath, type Locales } from '#src/features/articles/address.ts';
import type { CommentGiven } from '#src/features/feedback/announce-comment.ts';
import { announceWebhook } from './announce-webhook.ts';

/** Tells other systems that a reader has commented on an article. May be done twice. */
export async function tellFeedback(
  db: Kysely<Database>,
  { key, article, answer, reason, section }: CommentGiven,
  site: Locales,
  now: Date,
): Promise<void> {
  const { locale, category, slug } = article;
  const anchor = section ? `#${encodeURIComponent(section)}` : '';
  const url = articlePath(site, locale, category, slug) + anchor;
  const data = { article: { locale, category, slug, url }, feedback: { answer, reason, section } };
  await announceWebhook(db, 'feedback.commented', key, data, now);
}
