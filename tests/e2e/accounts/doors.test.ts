import { expect, test } from '@playwright/test';
import { ofThisSite } from './mailbox.ts';

const DOORS = [
  ['/account/sign-up', 'signUp'],
  ['/account/verify', 'confirm'],
  ['/account/sign-in', 'signIn'],
  ['/account/sign-in', 'signOut'],
  ['/account/sign-in-link', 'sendSignInLink'],
  ['/account/sign-in-link', 'openLink'],
  ['/account/reset', 'sendReset'],
  ['/account/reset', 'reset'],
  ['/account', 'askAddress'],
  ['/account/address', 'useAddress'],
  ['/account', 'saveProfile'],
  ['/account', 'signOutThere'],
  ['/account', 'signOutEverywhere'],
  ['/account', 'leave'],
] as const;
const form = { email: 'nobody@example.com', password: 'correct horse battery' };
const plainly = { form, maxRedirects: 0 };

for (const [page, action] of DOORS) {
  test(`the door ${action} refuses forms from other sites`, async ({ request }) => {
    for (const address of [`${page}?_action=accounts.${action}`, `/_actions/accounts.${action}`]) {
      for (const Origin of ['https://elsewhere.example', 'null']) {
        const answer = await request.post(address, { ...plainly, headers: { Origin } });
        expect(answer.status()).toBe(403);
        expect(answer.headers()['set-cookie']).toBeUndefined();
      }
    }
  });
}

test('what is for members asks others to sign in', async ({ request }) => {
  const doors = ['askAddress', 'saveProfile', 'signOutThere', 'signOutEverywhere', 'leave'];
  for (const action of doors) {
    const own = { ...plainly, headers: ofThisSite };
    const byScript = await request.post(`/_actions/accounts.${action}`, own);
    expect(byScript.status()).toBe(401);
    const plain = await request.post(`/account?_action=accounts.${action}`, own);
    expect(plain.status()).toBe(303);
    expect(plain.headers()['location']).toBe('/account/sign-in?next=%2Faccount');
  }
});

test('a link that is no longer good says so', async ({ request }) => {
  for (const page of ['verify', 'sign-in-link', 'reset', 'address']) {
    const answer = await request.get(`/account/${page}?token=made-up`);
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain('This link is no longer good');
    expect(answer.headers()['cache-control']).toBe('no-store');
  }
});

test('signing in fails in the same words and with the same status for everybody', async ({
  request,
}) => {
  const answer = await request.post('/account/sign-in?_action=accounts.signIn', {
    ...plainly,
    headers: ofThisSite,
  });
  expect(answer.status()).toBe(400);
  expect(await answer.text()).toContain('do not go together');
});

test('nobody is led to another site', async ({ request }) => {
  for (const next of ['//elsewhere.example', '/\\elsewhere.example', 'https://elsewhere.example']) {
    const page = await request.get(`/account/sign-in?next=${encodeURIComponent(next)}`);
    expect(await page.text()).not.toContain('elsewhere');
  }
});

test('a session of which nothing is known is taken away, and public pages are shown', async ({
  request,
}) => {
  const headers = { Cookie: 'session=planted' };
  const answer = await request.get('/search?q=tabs', { headers });
  expect(answer.status()).toBe(200);
  expect(answer.headers()['set-cookie']).toContain('session=;');
  expect(await answer.text()).toContain('Sign in');
});

test('nobody has the page of a member who is not there', async ({ request }) => {
  expect((await request.get('/members/nobody-at-all')).status()).toBe(404);
  expect((await request.get('/xx/members/nobody')).status()).toBe(404);
});
