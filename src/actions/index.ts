import { accounts } from './accounts.ts';
import { community } from './community.ts';
import { feedback } from './feedback.ts';
import { moderation } from './moderation.ts';
import { notifications } from './notifications.ts';
import { review } from './review.ts';

export const server = { accounts, community, feedback, moderation, notifications, review };
