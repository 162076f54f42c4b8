import type { Markup } from '#src/components/html.ts';
import type { Actor } from '#src/features/accounts/actor.ts';
import type { LivePage } from './live-page.ts';
import type { QuestionPage, ShownAnswer, ShownComment, ShownQuestion } from './question-page.ts';
import type { Refusal } from './refusal.ts';

/** A text, and what it is. */
export type ModeratedText =
  | { noun: 'question'; writing: ShownQuestion }
  | { noun: 'answer'; writing: ShownAnswer }
  | { noun: 'comment'; writing: ShownComment };

/** A question's page as somebody reads it. */
export interface QuestionReading {
  live: LivePage;
  page: QuestionPage;
  /** Of this page, without query. */
  path: string;
  actor?: Actor | undefined;
  /** A form on this page that was not taken. */
  refusal?: Refusal | undefined;
  /** Whether the text just posted names an article that there is not. */
  hasUnlinked?: boolean;
  /**
   * What stands at each text for those who moderate. It is handed down by the page: moderation is
   * a later room, which the community knows nothing of.
   */
  moderate?: ((text: ModeratedText) => Markup) | undefined;
}
