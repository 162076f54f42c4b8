import type { OwnRecords } from '#src/features/accounts/own-records.ts';

export const contactRecords: OwnRecords[] = [
  {
    table: 'contact_requests',
    by: ['member_id'],
    columns: [
      'id',
      'reference',
      'state',
      'name',
      'email',
      'subject',
      'message',
      'category',
      'locale',
      'searched',
      'created_at',
      'answered_at',
      'closed_at',
      'erased_at',
    ],
    withheld: {
      member_id: 'the member',
      visitor: 'of no meaning outside, and of nobody after two days',
      closed_by_id: 'somebody else',
    },
    staysFor: 'how many wrote is counted; all that is personal is taken out of it',
  },
];
