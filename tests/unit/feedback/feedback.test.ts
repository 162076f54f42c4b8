import { describe, expect, test } from 'vitest';
import { isReasonFor, MAX_COMMENT, tidyComment } from '#src/features/feedback/feedback.ts';

describe('a comment', () => {
  test('counts a line break once, however the browser sent it', () => {
    expect(tidyComment('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
    const typed = `${'x'.repeat(MAX_COMMENT - 1)}\r\ny`;
    expect(tidyComment(typed)).toHaveLength(MAX_COMMENT + 1);
    expect(tidyComment(typed.slice(0, -1))).toHaveLength(MAX_COMMENT - 1);
  });

  test('loses what nobody can have meant, and keeps tabs', () => {
    expect(tidyComment('  a\u0000b\u0007\u009b\tc  ')).toBe('ab\tc');
  });

  test('is none when nothing is left', () => {
    expect(tidyComment(' \r\n \u0000')).toBeUndefined();
  });

  test('survives half a character, which PostgreSQL would refuse', () => {
    expect(tidyComment('a\ud83d')).toBe('a\ufffd');
  });
});

test('a reason goes with its own answer only', () => {
  expect(isReasonFor('no', 'outdated')).toBe(true);
  expect(isReasonFor('yes', 'outdated')).toBe(false);
  expect(isReasonFor('yes', 'easy')).toBe(true);
  expect(isReasonFor('no', 'constructor')).toBe(false);
});
