import { describe, expect, test } from 'vitest';
import { article, contentFolder, type Files } from '#tests/unit/articles/content-folder.ts';
import { runCli } from '#tests/support/run-cli.ts';

const site = (tests?: string): Files => ({
  'site.yml': 'locales: [en, de]\n',
  'articles/en/account/password.md': article(
    'Choose another one.\n\n## If you forgot it\n\nWe mail you a link.\n',
    'title: Change your password',
  ),
  'articles/en/account/leave.md': article('Everything goes.\n', 'title: Delete your account'),
  'articles/en/account/mail.md': article(
    'A new password is mailed to your account.\n',
    'title: Mails',
  ),
  'articles/de/account/password.md': article('Wähle ein neues.\n', 'title: Passwort ändern'),
  ...(tests !== undefined && { 'search/tests.yml': tests }),
});

const check = async (files: Files, ...args: string[]) =>
  runCli('search-check', args, { CONTENT_DIR: await contentFolder(files) });

describe('search tests', () => {
  test('that hold are counted', async () => {
    const tests = `
- {query: forgot password, article: account/password#if-you-forgot-it, within: 1}
- {query: delete account, article: account/leave}
- {query: passwort, article: account/password, locale: de}
`;
    expect(await check(site(tests))).toEqual({
      code: 0,
      out: '3 search tests, 0 failed\n',
      err: '',
    });
  });

  test('that fail are told with what stands there instead, and why', async () => {
    const tests = `
- {query: how to erase acount, article: account/mail, within: 1}
- {query: choose password, article: account/password#if-you-forgot-it}
- {query: zebra, article: account/leave}
- {query: delete account, article: account/leave}
`;
    const { code, out, err } = await check(site(tests));
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const [erase = '', choose = '', zebra = '', summary = ''] = out.split('\n\n');
    const [head, corrected, , filler, sought, synonyms, first, why, second] = erase.split('\n');
    expect(head).toBe(
      'search/tests.yml:2: "how to erase acount" has to find account/mail first, but finds it at 2',
    );
    expect(corrected).toBe('    corrected   acount → account');
    expect(filler).toBe('    left out    how, to');
    expect(sought).toBe('    looked for  erase, account');
    expect(synonyms).toMatch(/^ {4}synonyms {4}erase → .*delet/);
    expect(first).toBe('     1  account/leave');
    expect(why).toMatch(/^ {8}\d+\.\d: section \d+\.\d, title \d+\.\d, has \d+ % of the query$/);
    expect(second).toBe('     2  account/mail');
    expect(choose).toContain(
      'search/tests.yml:3: "choose password" has to find account/password#if-you-forgot-it among the first 3, but finds its beginning there\n',
    );
    expect(zebra).toContain('but does not find it\n');
    expect(zebra).toContain('    Nothing has any of these words.');
    expect(summary).toBe('4 search tests, 3 failed\n');
  });

  test('that cannot be run fail, too', async () => {
    const tests =
      '- {query: password, article: account/pasword}\n- {query: account, article: account/leave}\n';
    const { code, out } = await check(site(tests));
    expect(code).toBe(1);
    expect(out).toBe(
      'search/tests.yml:1: there is no article "account/pasword", and write account/password if you meant that\n' +
        '1 search test, 0 failed, 1 fault\n',
    );
  });

  test('are told as JSON', async () => {
    const tests = '- {query: remove acount, article: account/mail, within: 1}\n';
    const { code, out } = await check(site(tests), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      tests: 1,
      faults: [],
      failedTests: [
        {
          file: 'search/tests.yml',
          line: 1,
          query: 'remove acount',
          locale: 'en',
          article: 'account/mail',
          within: 1,
          rank: 2,
          understood: {
            corrected: [{ from: 'acount', to: 'account' }],
            leftOut: [],
            synonyms: [{ from: 'remove', to: expect.arrayContaining(['delet']) }],
          },
          found: [
            expect.objectContaining({ rank: 1, article: 'account/leave', section: '' }),
            expect.objectContaining({ rank: 2, article: 'account/mail', section: '' }),
            expect.objectContaining({ rank: 3, score: expect.any(Number) }),
          ],
        },
      ],
    });
  });

  test('are nobody’s duty', async () => {
    const none = { code: 0, out: 'There is no test of the search in search/tests.yml.\n', err: '' };
    const [without, empty] = await Promise.all([check(site()), check(site('# later\n'))]);
    expect([without, empty]).toEqual([none, none]);
  });

  test('of a folder that is not there are no success', async () => {
    const { code, err } = await runCli('search-check', ['--content', 'nowhere'], {});
    expect(code).toBe(1);
    expect(err).toContain('expected a folder that holds a folder "articles", but got "nowhere"');
  });
});
