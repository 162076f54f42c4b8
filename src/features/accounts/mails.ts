import type { Messages } from '#src/locales/en.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { formsOfLetter } from './letter.ts';

/** The site as mails name it. */
export interface MailSite {
  name: string;
  /** Address of one of its paths in a locale, with origin. */
  address(locale: string, path: string): string;
}

export type MailKind = keyof Messages['accounts']['mails'];

/** Where the link of each kind leads; those that only tell something lead to signing in. */
const PATHS: Record<MailKind, string> = {
  verify: '/account/verify',
  knownAddress: '/account/sign-in-link',
  signInLink: '/account/sign-in-link',
  unknownAddress: '/account/sign-up',
  reset: '/account/reset',
  newAddress: '/account/address',
  addressNotice: '/account/reset',
  twoFactorOn: '/account/two-factor',
  twoFactorOff: '/account/reset',
  identityLinked: '/account',
  identityUnlinked: '/account/reset',
  recoveryCodesRenewed: '/account/reset',
  recoveryCodeUsed: '/account/reset',
  tokenMade: '/account/tokens',
};

export interface AccountMail {
  kind: MailKind;
  to: string;
  locale: string;
  /** Names the mail among all; the hash of its token. */
  event: string;
  /** What the link brings along. */
  query?: Record<string, string | undefined>;
}

/**
 * A mail about an account, for the outbox. Nothing that anybody typed stands in it: it may go to
 * somebody who has never heard of us.
 */
export function accountMail({ kind, to, locale, event, query = {} }: AccountMail, site: MailSite) {
  const { mails } = messagesFor(locale).accounts;
  const { subject, text, link } = mails[kind];
  const given = Object.entries(query).filter((pair): pair is [string, string] => !!pair[1]);
  const search = given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
  return {
    event: `account:${event}`,
    kind: kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    to,
    subject: subject(site.name),
    ...formsOfLetter({
      locale,
      paragraphs: [
        text(site.name),
        { label: link, url: site.address(locale, PATHS[kind]) + search },
      ],
      from: site.name,
    }),
  };
}
