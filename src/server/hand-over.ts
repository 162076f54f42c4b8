import nodemailer from 'nodemailer';
import type { Mail } from './mails.store.ts';

/** A mail as it is handed over. */
export interface OutgoingMail extends Pick<
  Mail,
  | 'id'
  | 'recipient'
  | 'subject'
  | 'text_body'
  | 'html_body'
  | 'unsubscribe_url'
  | 'thread'
  | 'created_at'
> {
  /** With the id it names the mail among all; `mail` unless told. */
  series?: string;
  /** Who wrote it, where it was not us: answers go to them. */
  writer?: { name: string; address: string };
  attachments?: { filename: string; content: Buffer; contentType: string }[];
}

/** What became of a mail; `refused` for certain, so that it may be offered again. */
export type Outcome = { fate: 'taken' } | { fate: 'refused' | 'unknown'; reason: string };

/** Milliseconds; the library's own would hold a worker for ten minutes. */
const timeouts = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 60_000 };

const domainOf = (from: string) => from.replace(/^.*@/, '').replace('>', '');

/** The same in every attempt, so that a mailbox that gets a mail twice can tell. */
const messageId = ({ series = 'mail', id, created_at }: OutgoingMail, from: string): string =>
  `<${series}-${id}-${created_at.getTime()}@${domainOf(from)}>`;

function headersOf(
  { unsubscribe_url: url, thread, writer }: OutgoingMail,
  from: string,
): Record<string, string> {
  // Nobody ever got the mail that a thread begins with; those that name it stand together.
  const first = `<${thread}@${domainOf(from)}>`;
  return {
    // So that no machine answers (RFC 3834). What somebody wrote themselves may have an answer.
    ...(!writer && { 'Auto-Submitted': 'auto-generated' }),
    ...(thread && { 'In-Reply-To': first, References: first }),
    ...(url && {
      'List-Unsubscribe': `<${url}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    }),
  };
}

/**
 * Offers a mail to a mail server, once.
 * @param url `smtp:` or `smtps:`, with name and password
 */
export async function handOver(mail: OutgoingMail, url: string, from: string): Promise<Outcome> {
  let isWritten = false;
  // The library tells only in its log that it has written the message to the end. Before that no
  // server has a mail; after it, one without an answer may have taken it.
  const note = ({ tnx }: { tnx?: string }) => (isWritten ||= tnx === 'message');
  const silent = () => {};
  const logger = { trace: silent, debug: silent, info: note, warn: silent, error: silent };
  const transport = nodemailer.createTransport({
    url,
    ...timeouts,
    logger: { ...logger, fatal: silent, level: silent },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from,
      // As an object it is one address, whatever stands in it.
      to: { name: '', address: mail.recipient },
      ...(mail.writer && { replyTo: mail.writer }),
      subject: mail.subject,
      text: mail.text_body,
      html: mail.html_body,
      messageId: messageId(mail, from),
      date: mail.created_at,
      headers: headersOf(mail, from),
      ...(mail.attachments && { attachments: mail.attachments }),
    });
    return { fate: 'taken' };
  } catch (error) {
    const { message, responseCode } = error as Error & { responseCode?: number };
    return { fate: isWritten && !responseCode ? 'unknown' : 'refused', reason: message };
  }
}
