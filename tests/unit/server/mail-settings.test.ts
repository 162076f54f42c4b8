import { expect, it } from 'vitest';
import { readEnv } from '#src/server/env.ts';

it.each(['help@example.com', 'Help Center <help@example.com>', 'مركز المساعدة <help@example.com>'])(
  '%s may be a sender',
  (sender) => {
    expect(readEnv({ MAIL_FROM: sender }).MAIL_FROM).toBe(sender);
  },
);

it.each([
  'help',
  'Help Center',
  'a@example.com, b@example.com',
  'Help <a@example.com> <b@example.com>',
  'help@example.com\r\nBcc: all@example.com',
  'Help\nBcc: all@example.com <help@example.com>',
])('%j may not', (sender) => {
  expect(() => readEnv({ MAIL_FROM: sender })).toThrow(/^MAIL_FROM: expected a sender/);
});

it('without one, mails come from the host of the site', () => {
  const { MAIL_FROM } = readEnv({ SITE_URL: 'https://help.example.com:8443' });
  expect(MAIL_FROM).toBe('no-reply@help.example.com');
});

it('a wrong mail server is refused without repeating its password', () => {
  const given = 'http://helpmark:secret@mail.example.com';
  expect(() => readEnv({ SMTP_URL: given })).toThrow(/^SMTP_URL: expected the address of a mail/);
  expect(() => readEnv({ SMTP_URL: given })).not.toThrow('secret');
});
