import type { OwnRecords } from '#src/features/accounts/own-records.ts';

const written = ['id', 'body', 'created_at', 'edited_at', 'hidden_at', 'hidden_for', 'deleted_at'];
const withheldOfWritten = {
  author_id: 'the member',
  html: 'made of the body',
  deleted_by_id: 'somebody else',
};
const revised = ['id', 'title', 'body', 'tags', 'reason', 'replaced_at', 'was_hidden'];
const CHOICE = 'the member chooses whether texts stay; what has to be emptied is emptied';
const COUNTED = 'others rely on the count; the row names nobody once the account is emptied';

const revisionsOf = (noun: 'question' | 'answer' | 'comment'): OwnRecords => ({
  table: `${noun}_revisions`,
  by: ['editor_id'],
  columns: [`${noun}_id`, ...revised],
  withheld: { editor_id: 'the member' },
  staysFor: 'earlier states of a text stay as long as the text',
});

const votesOn = (noun: 'question' | 'answer'): OwnRecords => ({
  table: `${noun}_votes`,
  by: ['member_id'],
  columns: [`${noun}_id`, 'value', 'created_at'],
  withheld: { member_id: 'the member' },
  staysFor: COUNTED,
});

const BROUGHT = 'how the place tidied up';

export const communityRecords: OwnRecords[] = [
  {
    table: 'questions',
    by: ['author_id'],
    columns: [
      ...written,
      'locale',
      'category',
      'title',
      'tags',
      'active_at',
      'accepted_answer_id',
      'accepted_at',
      'duplicate_of_id',
      'locked_at',
      'pinned_at',
      'article_id',
      'article_revision_id',
      'searched',
      'answer_count',
      'score',
      'same_count',
    ],
    withheld: { ...withheldOfWritten, accepted_by_id: 'somebody else' },
    staysFor: CHOICE,
  },
  {
    table: 'answers',
    by: ['author_id'],
    columns: [...written, 'question_id', 'official', 'score'],
    withheld: withheldOfWritten,
    staysFor: CHOICE,
  },
  {
    table: 'comments',
    by: ['author_id'],
    columns: [...written, 'question_id', 'answer_id'],
    withheld: withheldOfWritten,
    staysFor: CHOICE,
  },
  revisionsOf('question'),
  revisionsOf('answer'),
  revisionsOf('comment'),
  votesOn('question'),
  votesOn('answer'),
  {
    table: 'same_questions',
    by: ['member_id'],
    columns: ['question_id', 'created_at'],
    withheld: { member_id: 'the member', brought_from_id: BROUGHT },
    staysFor: COUNTED,
  },
  {
    table: 'question_follows',
    by: ['member_id'],
    columns: ['question_id', 'created_at'],
    withheld: { member_id: 'the member', brought_from_id: BROUGHT },
  },
  {
    table: 'shelf_follows',
    by: ['member_id'],
    columns: ['kind', 'name', 'created_at'],
    withheld: { member_id: 'the member' },
  },
  {
    table: 'question_unfollows',
    by: ['member_id'],
    columns: ['question_id'],
    withheld: { member_id: 'the member' },
  },
  {
    table: 'drafts',
    by: ['member_id'],
    columns: ['place', 'fields', 'saved_at'],
    withheld: { member_id: 'the member' },
  },
];
