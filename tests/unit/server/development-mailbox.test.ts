import { describe, expect, it } from 'vitest';
import { linkAddresses, mayReadMails } from '#src/server/development-mailbox.ts';

describe('the mailbox for development', () => {
  const open = (
    env: { SMTP_URL?: string; SITE_URL?: string } = {},
    { from = '127.0.0.1', headers = {} }: { from?: string; headers?: Record<string, string> } = {},
  ) =>
    mayReadMails(
      { SMTP_URL: undefined, SITE_URL: 'http://localhost:4321', ...env },
      { request: new Request('http://localhost:4321/dev/mail', { headers }), clientAddress: from },
    );

  it.each(['127.0.0.1', '127.0.1.1', '::1', '::ffff:127.0.0.1'])('is open to %s', (from) => {
    expect(open({}, { from })).toBe(true);
  });

  it('is closed where mail is sent', () => {
    expect(open({ SMTP_URL: 'smtp://mail.example.com' })).toBe(false);
  });

  it('is closed on a site that readers reach by TLS', () => {
    expect(open({ SITE_URL: 'https://help.example.com' })).toBe(false);
  });

  it.each(['192.0.2.7', '10.0.0.1', '2001:db8::1', '1127.0.0.1', '127.0.0.1.example'])(
    'is closed to %s',
    (from) => {
      expect(open({}, { from })).toBe(false);
    },
  );

  it.each(['X-Forwarded-For', 'Forwarded'])(
    'is closed to whoever comes through a proxy: %s',
    (name) => {
      expect(open({}, { headers: { [name]: '127.0.0.1' } })).toBe(false);
    },
  );
});

describe('addresses in a text', () => {
  it('become links, without the punctuation behind them', () => {
    expect(linkAddresses('See https://a.example/b?c=1, or (http://d.example).\nBye')).toEqual([
      { text: 'See ' },
      { text: 'https://a.example/b?c=1', url: 'https://a.example/b?c=1' },
      { text: ', or (' },
      { text: 'http://d.example', url: 'http://d.example' },
      { text: ').\nBye' },
    ]);
  });

  it('are web addresses only', () => {
    expect(linkAddresses('javascript:alert(1) data:text/html,x')).toEqual([
      { text: 'javascript:alert(1) data:text/html,x' },
    ]);
  });
});
