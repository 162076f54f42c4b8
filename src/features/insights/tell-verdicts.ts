import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { editVerdict } from '#src/features/measures/edit-verdict.ts';
import { countVotes } from '#src/features/measures/vote-counts.store.ts';
import { announceWebhook } from '#src/features/webhooks/announce-webhook.ts';
import { listRecords } from './article-records.store.ts';
import { noteVerdict } from './told-verdicts.store.ts';

/**
 * Tells other systems, and keeps for the owners' mails, which edits turned out better or worse than
 * the text before. Each verdict is told once; one that turns is told anew.
 */
export async function tellVerdicts(db: Kysely<Database>, now: Date): Promise<void> {
  const [records, votes] = await Promise.all([listRecords(db), countVotes(db)]);
  for (const { series, seriesBefore, removed, locale, category, slug, title } of records) {
    const after = votes.get(series);
    const before = votes.get(seriesBefore ?? 0);
    if (removed || !after || !before) continue;
    const verdict = editVerdict(before, after);
    if (verdict === 'no evidence yet') continue;
    await db.transaction().execute(async (trx) => {
      if (!(await noteVerdict(trx, series, verdict, now))) return;
      const url = `/insights/articles/${locale}/${category}/${slug}`;
      const data = { article: { locale, category, slug, title, url }, verdict, before, after };
      const key = `series-${series}-${verdict}-${now.getTime()}`;
      await announceWebhook(trx, 'insight.verdict', key, data, now);
    });
  }
}
