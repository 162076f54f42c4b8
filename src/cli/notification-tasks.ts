import type { TaskList } from 'graphile-worker';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { mailSite } from '#src/actions/mail-site.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import type { Decision } from '#src/features/community/announce-decision.ts';
import { MODERATION_NOTICE_TASK } from '#src/features/community/announce-decision.ts';
import { COMMUNITY_EVENT_TASK, type CommunityEvent } from '#src/features/community/announce.ts';
import { tellWebhooks } from '#src/features/community/tell-webhooks.ts';
import { cleanNotifications } from '#src/features/notifications/clean-notifications.ts';
import { mailNotifications } from '#src/features/notifications/mail-notifications.ts';
import { tellDecision } from '#src/features/notifications/tell-decision.ts';
import { tellFollowers } from '#src/features/notifications/tell-followers.ts';
import type { Clock } from '#src/server/clock.ts';
import type { Env } from '#src/server/env.ts';

/** The job that queues all mails about news that are due. */
export const MAIL_NEWS_TASK = 'mail-notifications';
const CLEAN_TASK = 'clean-notifications';

/** Jobs that may be done twice, and are when their process dies. */
export const REPEATABLE_TASKS = [COMMUNITY_EVENT_TASK, MODERATION_NOTICE_TASK];

/** A minute late is soon enough; what a minute missed, the next one does. */
export const NOTIFICATION_CRONTAB = `
* * * * * ${MAIL_NEWS_TASK} ?jobKey=${MAIL_NEWS_TASK}&max=1
23 3 * * * ${CLEAN_TASK}
`;

const sender = async (env: Env) => ({ site: mailSite((await manifest()).site), env });

/** What tells members what happened, on the site and by mail, and other systems what in the community. */
export const notificationTasks = (db: Kysely<Database>, env: Env, clock: Clock): TaskList => ({
  [COMMUNITY_EVENT_TASK]: async (event) => {
    await tellWebhooks(db, event as CommunityEvent, clock());
    await tellFollowers(db, event as CommunityEvent, clock());
  },
  [MODERATION_NOTICE_TASK]: (decision) => tellDecision(db, decision as Decision, clock()),
  [MAIL_NEWS_TASK]: () => mailNotifications(db, () => sender(env), clock()),
  [CLEAN_TASK]: () => cleanNotifications(db, clock()),
});
