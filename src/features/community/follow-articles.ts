import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { inTransaction } from '#src/server/transaction.ts';
import { questionChanged } from './announce.ts';
import { followMoves, type Moves } from './article-link.ts';
import {
  listAstray,
  listHtml,
  replaceHtml,
  type LinkedSite,
  type Noun,
} from './article-mentions.store.ts';

const NOUNS: Noun[] = ['question', 'answer', 'comment'];
const PORTION = 200;

/**
 * Does the job `articles-changed`: links of questions, answers and comments to articles that have
 * moved lead to where these stand now. What was typed stays as it was typed. May be done twice.
 * @returns how many texts were changed
 */
export async function followArticles(
  db: Kysely<Database>,
  site: LinkedSite,
  moves: Moves,
): Promise<number> {
  let changed = 0;
  for (const noun of NOUNS) {
    let after = 0;
    for (;;) {
      const ids = await listAstray(db, site, noun, after, PORTION);
      if (ids.length === 0) break;
      for (const text of await listHtml(db, noun, ids)) {
        const html = followMoves(text.html, site.origin, moves);
        if (html === text.html) continue;
        await inTransaction(db, async (trx) => {
          if (!(await replaceHtml(trx, noun, text, html))) return;
          await questionChanged(trx, text.questionId);
          changed += 1;
        });
      }
      after = ids.at(-1) ?? after;
    }
  }
  return changed;
}
