import { describe, expect, test } from 'vitest';
import { emailFault, tidyEmail } from '#src/features/accounts/email.ts';
import {
  aboutFault,
  formerHandle,
  handleFault,
  nameFault,
  tidyHandle,
  tidyName,
} from '#src/features/accounts/member.ts';

describe('a handle', () => {
  test.each(['abc', 'a-b', '1st', 'a'.repeat(30)])('may be %s', (handle) =>
    expect(handleFault(handle)).toBeUndefined(),
  );
  test.each([
    'ab',
    'a'.repeat(31),
    'a_b',
    'a.b',
    '-ab',
    'ab-',
    'a--b',
    'äbc',
    'ABC',
    'a b',
    '../x',
  ])('is not %s', (handle) => expect(handleFault(handle)).toBe('handleShape'));
  test.each(['admin', 'staff', formerHandle(12)])('is reserved: %s', (handle) =>
    expect(handleFault(handle)).toBe('handleReserved'),
  );
  test('is tidied', () => expect(tidyHandle(' @Ada ')).toBe('ada'));
});

describe('a name', () => {
  test('is tidied of what nobody sees', () => {
    expect(tidyName(' Ada\u202e\n\u200bLovelace\t')).toBe('Ada Lovelace');
    expect(tidyName('e\u0301')).toBe('é');
  });
  test('has 1 to 60 characters, whatever their script', () => {
    expect(nameFault('')).toBe('nameMissing');
    expect(nameFault('𠮷'.repeat(60))).toBeUndefined();
    expect(nameFault('𠮷'.repeat(61))).toBe('nameTooLong');
  });
});

test('words about oneself have up to 500 characters', () => {
  expect(aboutFault('a'.repeat(500))).toBeUndefined();
  expect(aboutFault('a'.repeat(501))).toBe('aboutTooLong');
});

describe('an address', () => {
  test('is tidied', () => expect(tidyEmail(' a@b.example ')).toBe('a@b.example'));
  test.each(['a@b.example', "o'neil+help@mail.b.example"])('may be %s', (email) =>
    expect(emailFault(email)).toBeUndefined(),
  );
  test.each([
    '',
    'a',
    'a@b',
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: c@d.example',
    '<a@b.example>',
    `${'a'.repeat(250)}@b.example`,
  ])('is not %j', (email) => expect(emailFault(email)).toBe('emailShape'));
});
