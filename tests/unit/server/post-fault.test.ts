import type { IncomingMessage } from 'node:http';
import { expect, test } from 'vitest';
import { postFault } from '#src/server/post-fault.ts';

const form = 'application/x-www-form-urlencoded';
const faultOf = (address: string, type = form, origin = 'http://help.example.com') => {
  const { pathname, search } = new URL(address, 'http://own.invalid');
  const headers = { host: 'help.example.com', origin, 'content-type': type };
  return postFault({ headers, socket: {} } as unknown as IncomingMessage, pathname, search)?.[0];
};

test.each([
  ['/account?_action=accounts.leave', form],
  ['/account/unsubscribe?of=a.b&_action=notifications.stop', form],
  ['/_actions/community.vote', `${form};charset=UTF-8`],
  ['/community/upload', 'multipart/form-data; boundary=x'],
  ['/events', 'text/plain;charset=UTF-8'],
])('a form to %s as %s is taken from our own pages only', (address, type) => {
  expect(faultOf(address, type)).toBeUndefined();
  expect(faultOf(address, type, 'https://elsewhere.example')).toBe(403);
});

test.each(['application/json', 'text/plain', 'application/json; multipart/form-data', ''])(
  'a body of type “%s” is no form',
  (type) => expect(faultOf('/account?_action=accounts.leave', type)).toBe(415),
);

test.each([
  '/_actions/accounts',
  '/_actions/',
  '/_actions/a.b.c',
  '/account?_action=',
  '/?_action=%00',
])('%s names no action', (address) => expect(faultOf(address)).toBe(404));
