import { expect, test } from 'vitest';
import { messagesFor } from '#src/locales/messages.ts';
import {
  apologyFor,
  InvalidInput,
  isDatabaseAway,
  NotFound,
  StalePage,
  TooMany,
} from '#src/server/errors.ts';

const sentences = messagesFor('en').feedback.errors;
const coded = (code: string) => Object.assign(new Error('from the driver'), { code });

test.each([
  ['a refused connection', coded('ECONNREFUSED'), true],
  ['a server that was shut down', coded('57P01'), true],
  ['too many sessions', coded('53300'), true],
  ['a full disk', coded('53100'), true],
  ['a connection that broke', new Error('Connection terminated unexpectedly'), true],
  ['a pool without an answer', new Error('timeout exceeded when trying to connect'), true],
  ['several addresses, all refused', new AggregateError([coded('ECONNREFUSED')]), true],
  ['a socket that is not there', Object.assign(coded('ENOENT'), { syscall: 'connect' }), true],
  ['a file that is not there', Object.assign(coded('ENOENT'), { syscall: 'open' }), false],
  ['a broken rule of a table', coded('23505'), false],
  ['a mistake in a statement', coded('42601'), false],
  ['anything else', new TypeError('undefined is not a function'), false],
])('%s', (_, error, isAway) => {
  expect(isDatabaseAway(error)).toBe(isAway);
});

test.each([
  [new NotFound(), 404, sentences.notFound, false],
  [new InvalidInput({ comment: 'Too long by 3.' }), 400, 'Too long by 3.', false],
  [new StalePage(), 409, sentences.stale, false],
  [new TooMany(61), 429, sentences.tooMany(2), false],
  [coded('ECONNREFUSED'), 503, sentences.away, true],
  [new Error('a bug'), 500, sentences.unexpected, true],
])('%s becomes a status and a sentence', (error, status, sentence, unexpected) => {
  expect(apologyFor(error, sentences)).toMatchObject({ status, sentence, unexpected });
});
