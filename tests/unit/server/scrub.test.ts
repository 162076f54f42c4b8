import { describe, expect, test } from 'vitest';
import { scrub } from '#src/server/scrub.ts';

describe('what is private goes', () => {
  test.each([
    ['login jane.doe+help@example.co.uk fails', 'login […] fails'],
    ['jürgen@müller.de', '[…]'],
    ['call +49 (0)30 901820-5 please', 'call […] please'],
    ['my number is 030/9018 20 51', 'my number is […]'],
    ['555-867-5309 not found', '[…] not found'],
    ['card 4111 1111 1111 1111 declined', 'card […] declined'],
    ['4111-1111-1111-1111', '[…]'],
    ['pay to DE89 3704 0044 0532 0130 00', 'pay to […]'],
    ['GB29NWBK60161331926819', '[…]'],
    ['٠١٢٣٤٥٦٧٨٩ لا يعمل', '[…] لا يعمل'],
    ['a@b.de and c@d.fr', '[…] and […]'],
  ])('%s', (typed, kept) => expect(scrub(typed)).toBe(kept));
});

describe('what a search is about stays', () => {
  test.each([
    'error 500 after 3 tries',
    'update from 10.15.7 to 26.1.0',
    'ip 192.168.100.100 refused',
    'since 2026-11-22',
    'am 22.11.2026 gekauft',
    'code 0x80070005',
    'how do I @mention somebody',
    'node 24.21.0 sha256',
    '１２３ 円',
  ])('%s', (typed) => expect(scrub(typed)).toBe(typed));
});
