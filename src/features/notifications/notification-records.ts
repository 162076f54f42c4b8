import type { OwnRecords } from '#src/features/accounts/own-records.ts';

export const notificationRecords: OwnRecords[] = [
  {
    table: 'mail_choices',
    by: ['member_id'],
    columns: ['reason', 'pace'],
    withheld: { member_id: 'the member' },
  },
  {
    table: 'notifications',
    by: ['member_id'],
    columns: [
      'id',
      'event',
      'kind',
      'reason',
      'question_id',
      'answer_id',
      'comment_id',
      'deed',
      'note',
      'created_at',
      'read_at',
      'mail_at',
    ],
    withheld: { member_id: 'the member', by_id: 'somebody else' },
  },
];
