import type { TaskList } from 'graphile-worker';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { articlePath } from '#src/features/articles/address.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { movesOf } from '#src/features/community/article-link.ts';
import { linkedSite } from '#src/features/community/linked-site.ts';
import { followArticles } from '#src/features/community/follow-articles.ts';
import { ARTICLES_CHANGED_TASK } from '#src/features/feedback/sync-articles.ts';
import type { Env } from '#src/server/env.ts';

/** Jobs that may be done twice, and are when their process dies. */
export const REPEATABLE_LINK_TASKS = [ARTICLES_CHANGED_TASK];

/** Nightly too: somebody may have typed an old address, or edited a text that has one. */
export const LINK_CRONTAB = `19 4 * * * ${ARTICLES_CHANGED_TASK}
`;

/** What members' texts do when articles have changed. */
export const linkTasks = (db: Kysely<Database>, env: Env): TaskList => ({
  [ARTICLES_CHANGED_TASK]: async () => {
    const { site, articles, redirects } = await manifest();
    const paths = articles.map(({ locale, category, slug }) =>
      decodeURIComponent(articlePath(site, locale, category, slug)),
    );
    await followArticles(db, linkedSite(env, site), movesOf(site, redirects, new Set(paths)));
  },
});
