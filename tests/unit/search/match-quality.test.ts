import { expect, test } from 'vitest';
import { matchQuality } from '#src/features/search/match-quality.ts';

test.each([
  ['reset password', [['reset', 'password']], 'good'],
  ['Reset PASSWORD!', [['Reset', 'password.']], 'good'],
  ['resetting passwords', [['reset', 'password']], 'good'],
  ['pass', [['password']], 'good'],
  ['cafe résumé', [['Café', 'resume']], 'good'],
  ['npm start', [['`npm', 'start`']], 'good'],
  ['reset password', [['reset'], ['password']], 'partial'],
  ['reset password', [['reset'], ['reset', 'password']], 'good'],
  ['pasword', [['past']], 'partial'],
  ['authentification', [['authentication']], 'partial'],
  ['パスワード', [['パスワードを', '再設定']], 'good'],
  ['パスワード変更', [['パスワード']], 'partial'],
  ['كلمة', [['الكلمة']], 'good'],
  ['💥', [['anything']], 'partial'],
  ['anything', [], 'none'],
])('“%s” among %j is %s', (query, found, quality) => {
  expect(matchQuality(query, found)).toBe(quality);
});
