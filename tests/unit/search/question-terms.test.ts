import { expect, test } from 'vitest';
import { questionTerms } from '#src/features/search/question-terms.ts';

test.each([
  ['reset password', "'reset' & 'password':*"],
  ['reset my', "'reset' & 'my'"],
  ['content/site.yml', "'content' & 'site' & 'yml':*"],
  ['help help', "'help':*"],
  ['検索ボックス', "'検索' & '索ボ' & 'ボッ' & 'ック' & 'クス'"],
  ['記', "'記':*"],
  ['API検索', "'API' & '検索'"],
  ['ＡＰＩ', "'API':*"],
  ['مركز المساعدة', "'مركز' & 'المساعدة':*"],
  ['', ''],
  ["'; DROP TABLE -- & | ! :* \\ <->", "'DROP' & 'TABLE':*"],
])('%j asks for %s', (query, terms) => {
  expect(questionTerms(query)).toBe(terms);
});

test('a query of any length asks for so many words only', () => {
  expect(questionTerms('a1 b2 c3 '.repeat(1000)).split(' & ').length).toBeLessThanOrEqual(24);
  expect(questionTerms('検索索引語句'.repeat(1000)).split(' & ').length).toBeLessThanOrEqual(24);
});
