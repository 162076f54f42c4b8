import type { OwnRecords } from '#src/features/accounts/own-records.ts';

const LOG = 'the log of what was done in this place has to stay whole';

export const moderationRecords: OwnRecords[] = [
  {
    table: 'review_items',
    by: ['author_id'],
    columns: [
      'id',
      'noun',
      'writing_id',
      'question_id',
      'kind',
      'reasons',
      'opened_at',
      'decided_at',
      'outcome',
      'reason',
    ],
    withheld: {
      author_id: 'the member',
      is_unread: 'about the work of moderators',
      accepted_by_id: 'somebody else',
      accepted_at: 'about the work of moderators',
      claimed_by_id: 'somebody else',
      claimed_until: 'about the work of moderators',
      decided_by_id: 'somebody else',
    },
    staysFor: LOG,
  },
  {
    table: 'flags',
    by: ['member_id'],
    columns: [
      'id',
      'noun',
      'writing_id',
      'question_id',
      'reason',
      'note',
      'created_at',
      'decided_at',
      'is_upheld',
    ],
    withheld: {
      member_id: 'the member',
      item_id: 'about the work of moderators',
      weight: 'who knew it could aim at what hides a text',
    },
    staysFor: 'what was reported has to be looked at, whoever reported it',
  },
  {
    table: 'sanctions',
    by: ['member_id'],
    columns: ['id', 'kind', 'reason', 'created_at', 'ends_at', 'lifted_at'],
    withheld: {
      member_id: 'the member',
      by_id: 'somebody else',
      lifted_by_id: 'somebody else',
    },
    staysFor: LOG,
  },
  {
    table: 'newcomer_posts',
    by: ['member_id'],
    columns: ['hosts', 'created_at'],
    withheld: {
      id: 'of no meaning outside',
      member_id: 'the member',
      text_hash: 'of a text that they get anyway',
    },
  },
  {
    table: 'moderation_events',
    by: ['actor_id', 'member_id'],
    columns: [
      'id',
      'kind',
      'noun',
      'subject_id',
      'question_id',
      'reason',
      'created_at',
      'undone_at',
    ],
    withheld: {
      actor_id: 'may be somebody else',
      member_id: 'may be somebody else',
      before: 'what is needed to undo it',
      undone_by_id: 'may be somebody else',
    },
    staysFor: LOG,
  },
];
