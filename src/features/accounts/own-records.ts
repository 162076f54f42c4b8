import type { Database } from '#db/schema.ts';

/**
 * What a table holds of members, and what becomes of it. Every room names its own; a test makes
 * sure that no table and no column is forgotten.
 */
export interface OwnRecords {
  table: keyof Database;
  /** Columns that name the member, by id or by address; one of them is enough. */
  by: readonly string[];
  isByEmail?: boolean;
  /** What members get when they ask for their data. */
  columns: readonly string[];
  /** What they do not get, and why. */
  withheld?: Readonly<Record<string, string>>;
  /** Why the rows outlive the account; those without a reason go with it. */
  staysFor?: string;
}

const SECRET = 'a key to the account';
const TOKEN = 'a key to the account, kept as a hash';

export const accountRecords: OwnRecords[] = [
  {
    table: 'members',
    by: ['id'],
    columns: [
      'id',
      'handle',
      'name',
      'email',
      'email_verified_at',
      'role',
      'about',
      'avatar',
      'locale',
      'created_at',
      'deleted_at',
      'silenced_until',
      'suspended_until',
      'approved_at',
      'follows_own',
      'seen_at',
    ],
    withheld: { password_hash: SECRET },
    staysFor: 'texts that stay need an author; all that is personal is taken out of it',
  },
  {
    table: 'sessions',
    by: ['member_id'],
    columns: ['user_agent', 'created_at', 'expires_at'],
    withheld: { token_hash: TOKEN, member_id: 'the member' },
  },
  {
    table: 'mailed_links',
    by: ['member_id'],
    columns: ['purpose', 'email', 'created_at', 'expires_at'],
    withheld: { token_hash: TOKEN, member_id: 'the member' },
  },
  {
    table: 'two_factors',
    by: ['member_id'],
    columns: ['created_at'],
    withheld: { sealed_secret: SECRET, last_step: SECRET, member_id: 'the member' },
  },
  {
    table: 'recovery_codes',
    by: ['member_id'],
    columns: [],
    withheld: { code_hash: TOKEN, member_id: 'the member' },
  },
  {
    table: 'second_steps',
    by: ['member_id'],
    columns: ['created_at', 'expires_at'],
    withheld: { token_hash: TOKEN, member_id: 'the member' },
  },
  {
    table: 'member_identities',
    by: ['member_id'],
    columns: ['issuer', 'subject', 'created_at'],
    withheld: { member_id: 'the member' },
  },
  {
    table: 'api_tokens',
    by: ['member_id'],
    columns: ['name', 'scopes', 'created_at', 'expires_at', 'used_at'],
    withheld: { id: 'of no meaning outside', token_hash: TOKEN, member_id: 'the member' },
  },
  {
    table: 'mails',
    by: ['recipient'],
    isByEmail: true,
    columns: ['kind', 'recipient', 'subject', 'created_at', 'sent_at'],
    withheld: {
      id: 'of no meaning outside',
      event: 'of no meaning outside',
      thread: 'of no meaning outside',
      text_body: 'it may hold a key to the account; the mail is in their mailbox',
      html_body: 'it may hold a key to the account; the mail is in their mailbox',
      unsubscribe_url: 'a key',
      attempts: 'about the mail server',
      sending_at: 'about the mail server',
      error: 'about the mail server',
    },
  },
  {
    table: 'uploads',
    by: ['member_id'],
    columns: ['name', 'width', 'height', 'bytes', 'created_at', 'used_at'],
    withheld: { member_id: 'the member' },
    staysFor: 'texts that stay may show them; a job takes away those that none shows',
  },
];
