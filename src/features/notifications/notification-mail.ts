import type { Letter } from '#src/features/accounts/letter.ts';
import { formsOfLetter } from '#src/features/accounts/letter.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import { plainQuestionPath } from '#src/features/community/question-address.ts';
import { messagesFor } from '#src/locales/messages.ts';
import type { Env } from '#src/server/env.ts';
import type { NewMail } from '#src/server/mails.store.ts';
import { beginningOf } from '#src/server/markdown-text.ts';
import type { Reason } from './mail-choice.ts';
import { placeOn, type DueNotification } from './notification.ts';
import { sentenceOf } from './sentence.ts';
import { stopPath, writeStopScope, type StopScope } from './stop-scope.ts';

/** Who gets a mail. */
export interface Recipient {
  id: number;
  email: string;
  locale: string;
}

/** What mails about news are made with. */
export interface Sender {
  site: MailSite;
  env: Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>;
}

/** Characters of a text that a mail quotes. */
const QUOTED = 400;
const QUOTED_IN_DIGEST = 160;
/** Pieces of news that one mail tells; the others are on the site. */
const MOST_IN_DIGEST = 50;

/** Those that stop when their question is no longer followed. */
const BY_FOLLOWING: Reason[] = ['own', 'followed'];

type Paragraphs = Letter['paragraphs'];

function stopUrl({ site, env }: Sender, locale: string, scope: StopScope): string {
  return site.address(locale, stopPath(writeStopScope(env, scope)));
}

function paragraphsOf(
  told: DueNotification,
  locale: string,
  site: MailSite,
  quoted: number,
): Paragraphs {
  const words = messagesFor(locale).notifications.letter;
  const { question, body, note } = told;
  const quote = body === null ? '' : beginningOf(body, quoted);
  const path = question ? plainQuestionPath(question) + placeOn(told) : '/account/notifications';
  return [
    sentenceOf(told, locale),
    ...(note ? [words.note(note)] : []),
    ...(quote && question ? [{ quote, locale: question.locale }] : []),
    { label: words.read, url: site.address(locale, path) },
  ];
}

/** A mail about what has just happened on one question, for one reason. */
export function newsMail(
  told: DueNotification[],
  { id: memberId, email, locale }: Recipient,
  sender: Sender,
): NewMail {
  const { site } = sender;
  const words = messagesFor(locale).notifications.letter;
  const [first] = told;
  if (!first) throw new RangeError('a mail tells something');
  const { reason, question, kind } = first;
  const unsubscribeUrl = stopUrl(sender, locale, { memberId, what: reason });
  const ofQuestion =
    question && BY_FOLLOWING.includes(reason)
      ? stopUrl(sender, locale, { memberId, what: 'question', questionId: question.id })
      : undefined;
  return {
    event: `notification-${first.id}`,
    kind: reason === 'mention' ? reason : kind,
    to: email,
    subject: `${question?.title ?? words.about} · ${site.name}`,
    unsubscribeUrl,
    thread: question ? `question-${question.id}` : undefined,
    ...formsOfLetter({
      locale,
      paragraphs: [
        ...told.flatMap((one) => paragraphsOf(one, locale, site, QUOTED)),
        words.why[reason],
        ...(ofQuestion ? [{ label: words.stopQuestion, url: ofQuestion }] : []),
        { label: words.stop, url: unsubscribeUrl },
        { label: words.settings, url: site.address(locale, '/account/mail') },
      ],
      from: site.name,
    }),
  };
}

/** One mail about all that has happened since the last one. */
export function digestMail(
  told: DueNotification[],
  { id: memberId, email, locale }: Recipient,
  sender: Sender,
): NewMail {
  const { site } = sender;
  const words = messagesFor(locale).notifications.letter;
  const unsubscribeUrl = stopUrl(sender, locale, { memberId, what: 'digest' });
  const shown = told.slice(0, MOST_IN_DIGEST);
  const rest = told.length - shown.length;
  return {
    event: `digest-${told[0]?.id}`,
    kind: 'digest',
    to: email,
    subject: `${words.digest(told.length)} · ${site.name}`,
    unsubscribeUrl,
    ...formsOfLetter({
      locale,
      paragraphs: [
        words.digestIntro,
        ...shown.flatMap((one) => paragraphsOf(one, locale, site, QUOTED_IN_DIGEST)),
        ...(rest > 0
          ? [{ label: words.more(rest), url: site.address(locale, '/account/notifications') }]
          : []),
        words.why.digest,
        { label: words.stop, url: unsubscribeUrl },
        { label: words.settings, url: site.address(locale, '/account/mail') },
      ],
      from: site.name,
    }),
  };
}
