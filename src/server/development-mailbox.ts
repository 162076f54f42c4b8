import { type Env, isProduction } from './env.ts';

const OWN_MACHINE = /^(::1|(::ffff:)?127\.[\d.]+)$/;

/**
 * Whether mails may be read in the browser: where none is sent, and only by whoever sits at the
 * machine. With the links in them anybody could sign in as anybody, so whatever looks like a site
 * for others has no such page.
 */
export function mayReadMails(
  { SMTP_URL, SITE_URL }: Pick<Env, 'SMTP_URL' | 'SITE_URL'>,
  { request: { headers }, clientAddress }: { request: Request; clientAddress: string },
): boolean {
  const isPublic = isProduction() || SITE_URL.startsWith('https:');
  const isForwarded = headers.has('x-forwarded-for') || headers.has('forwarded');
  return !SMTP_URL && !isPublic && !isForwarded && OWN_MACHINE.test(clientAddress);
}

/** A piece of a text; `url` when it is an address. */
export interface TextPiece {
  text: string;
  url?: string;
}

/** Cuts a text so that its web addresses can be made links. */
export function linkAddresses(text: string): TextPiece[] {
  return text
    .split(/(https?:\/\/[^\s<>"]*[^\s<>".,;:!?)])/)
    .map((piece, at) => (at % 2 === 1 ? { text: piece, url: piece } : { text: piece }))
    .filter((piece) => piece.text !== '');
}
