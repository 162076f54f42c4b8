import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import type { NewMail } from '#src/server/mails.store.ts';

export const now = new Date('2026-03-01T12:00:00.123Z');

export const mail = (facts: Partial<NewMail> = {}): NewMail => ({
  event: 'answer-12-to-member-3',
  kind: 'answer',
  to: 'mira@example.com',
  subject: 'Ein Gruß an “Mira”',
  text: 'Hello Mira,\n\nsee http://help.example.com/a?b=1&c=2\n',
  html: '<p>Hello <b>Mira</b></p>',
  ...facts,
});

/** The only mail there is. */
export const onlyMail = (db: Kysely<Database>) =>
  db.selectFrom('mails').selectAll().executeTakeFirstOrThrow();
