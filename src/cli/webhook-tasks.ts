import type { TaskList } from 'graphile-worker';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { mailSite } from '#src/actions/mail-site.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import {
  FEEDBACK_COMMENT_TASK,
  type CommentGiven,
} from '#src/features/feedback/announce-comment.ts';
import { DELIVER_WEBHOOK_TASK } from '#src/features/webhooks/announce-webhook.ts';
import { CLEAN_DELIVERIES_TASK, cleanDeliveries } from '#src/features/webhooks/clean-deliveries.ts';
import { deliverWebhook } from '#src/features/webhooks/deliver-webhook.ts';
import { tellFeedback } from '#src/features/webhooks/tell-feedback.ts';
import type { Clock } from '#src/server/clock.ts';
import type { Env } from '#src/server/env.ts';

/** Jobs that may be done twice, and are when their process dies. */
export const REPEATABLE_WEBHOOK_TASKS = [DELIVER_WEBHOOK_TASK, FEEDBACK_COMMENT_TASK];

export const WEBHOOK_CRONTAB = `41 * * * * ${CLEAN_DELIVERIES_TASK}
`;

const siteOf = async () => (await manifest()).site;

/** What tells other systems what happened. */
export const webhookTasks = (db: Kysely<Database>, env: Env, clock: Clock): TaskList => ({
  [DELIVER_WEBHOOK_TASK]: (payload) => {
    const { delivery } = payload as { delivery: number };
    return deliverWebhook(db, env, delivery, async () => mailSite(await siteOf()), clock());
  },
  [FEEDBACK_COMMENT_TASK]: async (given) =>
    tellFeedback(db, given as CommentGiven, await siteOf(), clock()),
  [CLEAN_DELIVERIES_TASK]: () => cleanDeliveries(db, clock()),
});
