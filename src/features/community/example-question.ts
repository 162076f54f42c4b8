import { trustHtml } from '#src/components/html.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import type { QuestionPage } from './question-page.ts';

/** Of a question that there never is, in a shape that nothing else on a page has. */
const ID = 999_999_999;
const TITLE = 'Helpmark-Example-Question';

/** Who reads it, where somebody is signed in. */
export const exampleReader: Actor = {
  id: ID - 2,
  handle: 'helpmark-example-reader',
  name: 'Helpmark-Example-Reader',
  role: 'member',
  isVerified: true,
  silencedUntil: null,
  suspendedUntil: null,
};

/** A question for the pages that are rendered once for all others of their kind. */
export function exampleQuestion(of: {
  locale: string;
  isAnswered: boolean;
  isLocked: boolean;
}): QuestionPage {
  const then = new Date(0);
  const { locale, isAnswered, isLocked } = of;
  return {
    question: {
      id: ID,
      authorId: ID - 1,
      author: { handle: null, name: TITLE, avatar: null },
      title: TITLE,
      body: TITLE,
      html: trustHtml(TITLE),
      createdAt: then,
      editedAt: null,
      deletedAt: null,
      deletedById: null,
      hiddenAt: null,
      hiddenFor: null,
      lockedAt: isLocked ? then : null,
      pinnedAt: null,
      duplicateOfId: null,
      duplicateOf: null,
      duplicates: [],
      answerCount: isAnswered ? 1 : 0,
      acceptedAnswerId: null,
      tags: [],
      locale,
      category: '',
      score: 0,
      sameCount: 0,
      vote: 0,
      isSame: false,
      isFollowed: false,
      article: null,
      searched: null,
      comments: [],
    },
    accepted: undefined,
    answers: { rows: [], previous: undefined, next: undefined },
    drafts: new Map(),
  };
}
