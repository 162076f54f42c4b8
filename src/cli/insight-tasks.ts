import type { TaskList } from 'graphile-worker';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { mailSite } from '#src/actions/mail-site.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { forgetWaiting } from '#src/features/feedback/forget-waiting.ts';
import { mailOwners } from '#src/features/insights/mail-owners.ts';
import { tellVerdicts } from '#src/features/insights/tell-verdicts.ts';
import type { Clock } from '#src/server/clock.ts';
import type { Env } from '#src/server/env.ts';

const MAIL_OWNERS_TASK = 'mail-owners';
const TELL_VERDICTS_TASK = 'tell-verdicts';
const FORGET_WAITING_TASK = 'forget-waiting-readers';

/** Verdicts come at night, so that the mail on Monday morning has those of Sunday. */
export const INSIGHT_CRONTAB = `
30 4 * * * ${TELL_VERDICTS_TASK}
40 4 * * * ${FORGET_WAITING_TASK}
0 7 * * 1 ${MAIL_OWNERS_TASK} ?jobKey=${MAIL_OWNERS_TASK}
`;

/** What tells owners and other systems how articles do. */
export const insightTasks = (db: Kysely<Database>, env: Env, clock: Clock): TaskList => ({
  [TELL_VERDICTS_TASK]: () => tellVerdicts(db, clock()),
  [FORGET_WAITING_TASK]: () => forgetWaiting(db, clock()),
  async [MAIL_OWNERS_TASK]() {
    const { site, authors } = await manifest();
    const whom = { authors, usual: site.defaultLocale };
    await mailOwners(db, whom, { site: mailSite(site), env }, clock());
  },
});
