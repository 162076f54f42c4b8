import { accounts } from './accounts.ts';
import { community } from './community.ts';
import { contact } from './contact.ts';
import { feedback } from './feedback.ts';
import { insights } from './insights.ts';
import { moderation } from './moderation.ts';
import { notifications } from './notifications.ts';
import { review } from './review.ts';
import { search } from './search.ts';
import { surveys } from './surveys.ts';
import { webhooks } from './webhooks.ts';

export const server = {
  accounts,
  community,
  contact,
  feedback,
  insights,
  moderation,
  notifications,
  review,
  search,
  surveys,
  webhooks,
};
