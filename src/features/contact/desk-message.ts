import type { MailSite } from '#src/features/accounts/mails.ts';
import { articlePath } from '#src/features/articles/address.ts';
import type { SiteFacts } from '#src/features/articles/site-facts.ts';
import type { Attachment } from './attachment.ts';
import { attachmentPath, requestPath } from './contact-address.ts';
import type { ArticlePlace, ContactRequest } from './contact-requests.store.ts';

/** A request with all that belongs to it. */
export interface WholeRequest {
  request: ContactRequest;
  articles: (ArticlePlace & { title: string })[];
  attachments: Attachment[];
}

/** The site as the help desk reads of it. */
export type DeskSite = MailSite & Pick<SiteFacts, 'defaultLocale'>;

/** What the help desk is told of a request. Its names are the format in operating/help-desk.md. */
export function deskMessage({ request, articles, attachments }: WholeRequest, site: DeskSite) {
  const { defaultLocale } = site;
  // As the site's own function wants paths: without a locale.
  const bare = { defaultLocale };
  const address = (path: string) => site.address(defaultLocale, path);
  return {
    reference: request.reference,
    state: request.state,
    name: request.name,
    email: request.email,
    subject: request.subject,
    message: request.message,
    category: request.category,
    locale: request.locale,
    searched: request.searched,
    articles: articles.map(({ locale, category, slug, title }) => ({
      title,
      url: site.address(locale, articlePath(bare, defaultLocale, category, slug)),
    })),
    attachments: attachments.map(({ name }) => ({ url: address(attachmentPath(name)) })),
    url: address(requestPath(bare, defaultLocale, request.reference)),
    createdAt: request.created_at.toISOString(),
  };
}

/** The same as the body of a webhook. */
export const deskWebhook = (whole: WholeRequest, site: DeskSite): string =>
  JSON.stringify({
    type: 'contact.created',
    timestamp: whole.request.created_at.toISOString(),
    data: deskMessage(whole, site),
  });
