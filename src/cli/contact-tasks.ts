import type { TaskList } from 'graphile-worker';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { mailSite } from '#src/actions/mail-site.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { deliverRequest, DELIVER_TASK } from '#src/features/contact/deliver-request.ts';
import { eraseRequests, ERASE_REQUESTS_TASK } from '#src/features/contact/erase-requests.ts';
import type { Clock } from '#src/server/clock.ts';
import type { Env } from '#src/server/env.ts';
import { fileStore } from '#src/server/file-store.ts';

export const CONTACT_CRONTAB = `53 3 * * * ${ERASE_REQUESTS_TASK}\n`;

/** What hands contact requests over, and forgets whose they were. */
export function contactTasks(db: Kysely<Database>, env: Env, clock: Clock): TaskList {
  const files = fileStore(env);
  return {
    [DELIVER_TASK]: async (payload) => {
      const { deliveryId } = payload as { deliveryId: number };
      const { site } = await manifest();
      const { defaultLocale } = site;
      const office = { env, files, site: { ...mailSite(site), defaultLocale } };
      await deliverRequest(db, deliveryId, office, clock());
    },
    [ERASE_REQUESTS_TASK]: () => eraseRequests(db, files, env.CONTACT_RETENTION_DAYS, clock()),
  };
}
