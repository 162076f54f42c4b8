import { formsOfLetter } from '#src/features/accounts/letter.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import { writeOccasion } from '#src/features/surveys/occasion.ts';
import { surveyPath } from '#src/features/surveys/survey-address.ts';
import { KINDS, scoresOf } from '#src/features/surveys/survey.ts';
import { messagesFor } from '#src/locales/messages.ts';
import type { Env } from '#src/server/env.ts';
import type { NewMail } from '#src/server/mails.store.ts';

/** Whom a mail about a request goes to. */
interface Addressee {
  id: number;
  reference: string;
  email: string;
  locale: string;
}

/**
 * Says that a request has come. Nothing that anybody typed stands in it: the address may be that of
 * somebody who has never heard of us.
 */
export function receiptLetter(
  { id, reference, email, locale }: Addressee,
  site: MailSite,
): NewMail {
  const { receipt } = messagesFor(locale).contact.mails;
  return {
    event: `contact-receipt-${id}`,
    kind: 'contact-receipt',
    to: email,
    subject: receipt.subject(reference),
    thread: `contact-${id}`,
    ...formsOfLetter({
      locale,
      paragraphs: [receipt.text(site.name), receipt.reference(reference), receipt.notYou],
      from: site.name,
    }),
  };
}

/** Says that a request is closed, and asks how it was, with a link for every answer. */
export function closedLetter(
  { id, reference, email, locale }: Addressee,
  site: MailSite,
  env: Pick<Env, 'SECRET_KEY' | 'DATA_DIR'>,
): NewMail {
  const { contact, surveys } = messagesFor(locale);
  const of = writeOccasion(env, { moment: 'contact-closed', requestId: id });
  // In the default locale as the site's own function makes it: it knows which locales there are.
  const address = (kind: string, score: number) =>
    site.address(locale, surveyPath({ defaultLocale: locale }, locale, of, { [kind]: score }));
  return {
    event: `contact-closed-${id}`,
    kind: 'contact-closed',
    to: email,
    subject: contact.mails.closed.subject(reference),
    thread: `contact-${id}`,
    ...formsOfLetter({
      locale,
      paragraphs: [
        contact.mails.closed.text(reference),
        ...KINDS.flatMap((kind) => [
          `${surveys[kind].ask} ${surveys[kind].ends}`,
          {
            links: scoresOf(kind).map((score) => ({
              label: `${score}`,
              url: address(kind, score),
            })),
          },
        ]),
        contact.mails.closed.reopen,
      ],
      from: site.name,
    }),
  };
}
