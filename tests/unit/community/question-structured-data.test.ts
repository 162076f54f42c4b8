import { expect, test } from 'vitest';
import { trustHtml } from '#src/components/html.ts';
import { exampleQuestion } from '#src/features/community/example-question.ts';
import type { QuestionPage, ShownAnswer } from '#src/features/community/question-page.ts';
import { questionStructuredData } from '#src/features/community/question-structured-data.ts';

const url = 'https://help.example.com/community/questions/1/why';
const { question } = exampleQuestion({ locale: 'en', isAnswered: true, isLocked: false });

const answer = (id: number, change: Partial<ShownAnswer> = {}): ShownAnswer => ({
  ...question,
  questionId: question.id,
  id,
  html: trustHtml(`<p>Answer ${id} &#x26; more</p>`),
  official: false,
  score: 10 - id,
  ...change,
});

function told(page: Partial<QuestionPage>) {
  const answers = { rows: [], previous: undefined, next: undefined };
  const whole = { question, accepted: undefined, answers, drafts: new Map(), ...page };
  const [data] = questionStructuredData(whole, url) as [{ mainEntity: Record<string, any> }];
  return data.mainEntity;
}

const ids = (answers: { url: string }[]) => answers.map((one) => one.url.split('-').at(-1));

test('search engines are told the accepted answer, and the best three of the others', () => {
  const rows = [1, 2, 3, 4, 5].map((id) => answer(id));
  const { acceptedAnswer, suggestedAnswer } = told({
    accepted: rows[1],
    answers: { rows, previous: undefined, next: '2' },
  });
  expect(acceptedAnswer).toMatchObject({
    text: 'Answer 2 & more',
    upvoteCount: 8,
    url: `${url}?answer=2#answer-2`,
  });
  expect(ids(suggestedAnswer)).toEqual(['1', '3', '4']);
});

test('they are not told what is hidden or deleted, nor answers of a page further on', () => {
  const rows = [
    answer(1, { hiddenAt: new Date(0) }),
    answer(2, { deletedAt: new Date(0) }),
    answer(3),
  ];
  const first = told({ answers: { rows, previous: undefined, next: undefined } });
  expect(ids(first.suggestedAnswer)).toEqual(['3']);
  expect(told({ answers: { rows, previous: '1', next: undefined } }).suggestedAnswer).toEqual([]);
});

test('a question of a title alone has the title for its text', () => {
  expect(told({ question: { ...question, title: 'Why?', html: trustHtml('') } }).text).toBe('Why?');
});
