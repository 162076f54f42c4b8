import { expect, test } from 'vitest';
import { ConfigurationError, readEnv } from '#src/server/env.ts';

const secret = `whsec_${Buffer.alloc(32, 'x').toString('base64')}`;

test('what the help desk needs is asked for by its name, and no secret is repeated', () => {
  const refused: [Record<string, string>, string][] = [
    [{ HELP_DESK_MAIL: 'nobody' }, 'HELP_DESK_MAIL: expected'],
    [{ HELP_DESK_MAIL: 'desk@example.com' }, 'SMTP_URL: expected'],
    [
      { HELP_DESK_WEBHOOK_URL: 'https://desk.example.com' },
      'HELP_DESK_WEBHOOK_SECRET: expected a value',
    ],
    [{ HELP_DESK_WEBHOOK_URL: 'ftp://desk?key=hidden' }, 'HELP_DESK_WEBHOOK_URL: expected'],
    [{ HELP_DESK_WEBHOOK_SECRET: 'hidden' }, 'HELP_DESK_WEBHOOK_SECRET: expected'],
    [{ HELP_DESK_WEBHOOK_SECRET: 'whsec_aGlkZGVu' }, 'HELP_DESK_WEBHOOK_SECRET: expected'],
    [{ CONTACT_RETENTION_DAYS: '0' }, 'CONTACT_RETENTION_DAYS: expected'],
    [{ CONTACT_RETENTION_DAYS: '1.5' }, 'CONTACT_RETENTION_DAYS: expected'],
  ];
  for (const [settings, sentence] of refused) {
    const reading = () => readEnv(settings);
    expect(reading).toThrow(ConfigurationError);
    expect(reading).toThrow(sentence);
    expect(reading).not.toThrow(/hidden|aGlkZGVu/);
  }
});

test('a help desk by mail, by webhook, or only heard from', () => {
  const mail = { HELP_DESK_MAIL: 'desk@example.com', SMTP_URL: 'smtp://localhost' };
  expect(readEnv(mail)).toMatchObject(mail);
  const hook = {
    HELP_DESK_WEBHOOK_URL: 'http://10.0.0.5/hook',
    HELP_DESK_WEBHOOK_SECRET: secret,
    CONTACT_RETENTION_DAYS: '30',
  };
  expect(readEnv(hook)).toMatchObject({ ...hook, CONTACT_RETENTION_DAYS: 30 });
  expect(readEnv({ HELP_DESK_WEBHOOK_SECRET: secret }).HELP_DESK_WEBHOOK_URL).toBeUndefined();
});
