import { formsOfLetter } from '#src/features/accounts/letter.ts';
import { messagesFor } from '#src/locales/messages.ts';
import type { OutgoingMail } from '#src/server/hand-over.ts';
import { deskMessage, type DeskSite, type WholeRequest } from './desk-message.ts';

/** A request as a mail to the help desk, whose answer goes to whoever wrote it. */
export function deskMail(
  whole: WholeRequest,
  site: DeskSite,
  { id, recipient }: { id: number; recipient: string },
  pictures: Buffer[],
): OutgoingMail {
  const { request } = whole;
  const locale = site.defaultLocale;
  const words = messagesFor(locale).contact;
  const message = deskMessage(whole, site);
  const facts: [string, string | null][] = [
    [words.area, message.category],
    [words.searched, message.searched],
  ];
  const { text, html } = formsOfLetter({
    locale,
    paragraphs: [
      `${message.name} <${message.email}>`,
      ...facts.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])),
      { quote: message.message, locale: request.locale },
      ...message.articles.map(({ title, url }) => ({ label: title, url })),
      { label: words.desk.open, url: message.url },
    ],
    from: site.name,
  });
  return {
    id,
    series: 'contact',
    recipient,
    subject: `[${message.reference}] ${message.subject}`,
    text_body: text,
    html_body: html,
    unsubscribe_url: null,
    thread: `contact-${request.id}`,
    created_at: request.created_at,
    writer: { name: message.name, address: message.email },
    attachments: pictures.map((content, at) => ({
      filename: `${message.reference}-${at + 1}.webp`,
      content,
      contentType: 'image/webp',
    })),
  };
}
