import { accountRecords } from '#src/features/accounts/own-records.ts';
import { communityRecords } from '#src/features/community/community-records.ts';
import { contactRecords } from '#src/features/contact/contact-records.ts';
import { moderationRecords } from '#src/features/moderation/moderation-records.ts';
import { notificationRecords } from '#src/features/notifications/notification-records.ts';

/** All that the house holds of a member, room by room. */
export const allOwnRecords = [
  ...accountRecords,
  ...communityRecords,
  ...contactRecords,
  ...moderationRecords,
  ...notificationRecords,
];
