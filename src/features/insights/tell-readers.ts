import type { Transaction } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import { takeWaiting, type WaitingKind } from '#src/features/feedback/waiting-readers.store.ts';
import { queueMail } from '#src/server/outbox.ts';
import { readerMail, type WaitedFor } from './reader-mail.ts';
import { listCommentArticles, type WaitedForArticle } from './waited-for.store.ts';

/** What is told to readers who left an address. */
export interface ReadersNews {
  kind: WaitingKind;
  subjects: string[];
  /** What whoever worked on it wrote; may be empty. */
  message: string;
  /** In which language. */
  writtenIn: string;
}

function waitedFor(
  kind: WaitingKind,
  subject: string,
  articles: Map<string, WaitedForArticle>,
): WaitedFor | undefined {
  if (kind === 'search') return { query: subject.slice(subject.indexOf(':') + 1) };
  const article = articles.get(subject);
  return article && { article };
}

/**
 * Queues one mail to each reader who waits for something to come of what they said or looked for,
 * and forgets their addresses. Who left the same address for several of the subjects gets one.
 */
export async function tellReaders(
  trx: Transaction<Database>,
  { kind, subjects, message, writtenIn }: ReadersNews,
  site: MailSite,
  now: Date,
): Promise<void> {
  const readers = await takeWaiting(trx, kind, subjects);
  const articles = kind === 'comment' ? await listCommentArticles(trx, subjects) : new Map();
  const told = new Set<string>();
  for (const reader of readers) {
    const about = waitedFor(kind, reader.subject, articles);
    const address = reader.email.toLowerCase();
    if (!about || told.has(address)) continue;
    told.add(address);
    await queueMail(trx, readerMail(reader, about, { message, writtenIn }, site, now), now);
  }
}
