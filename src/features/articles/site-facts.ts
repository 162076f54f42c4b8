import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { SafeHtml } from '#src/components/html.ts';
import { references } from './article-page.ts';
import type { Channel, Link, Notice } from '#src/features/content/content.ts';
import type { Library } from './library.ts';
import { renderArticle } from './render-article.ts';

/** A notice as pages carry it; the browser compares start and end with its own clock. */
export interface PageNotice extends Omit<Notice, 'body'> {
  html: SafeHtml;
}

/** What every page needs to know of the site, static or on demand. */
export interface SiteFacts {
  name: string;
  description?: string;
  /** Public path of the logo. */
  logo?: string;
  accent: string;
  defaultLocale: string;
  locales: string[];
  links: Link[];
  contact: Channel[];
  statusPage?: string;
  contactForm: boolean;
  notices: PageNotice[];
}

async function renderNotice(library: Library, { body, ...notice }: Notice): Promise<PageNotice> {
  const locale = notice.locale ?? library.site.defaultLocale;
  const file = `notices/${notice.id}.md`;
  const html = await renderArticle(body, references(library, locale, { file, locale }));
  // A reader who closed it sees it again when it says something else.
  const id = `${notice.id}-${createHash('sha256').update(body).digest('hex').slice(0, 8)}`;
  return { ...notice, id, html };
}

async function makeFacts(library: Library, now: Date): Promise<SiteFacts> {
  const { name, description, logo, accent, defaultLocale, locales, links } = library.site;
  const { contact, statusPage, contactForm } = library.site;
  const open = library.content.notices.filter(({ end }) => !end || new Date(end) > now);
  const notices = await Promise.all(open.map((notice) => renderNotice(library, notice)));
  const facts = {
    name,
    description,
    accent,
    defaultLocale,
    locales,
    links,
    contact,
    contactForm,
    notices,
    ...(statusPage ? { statusPage } : {}),
  };
  return logo ? { ...facts, logo: `/logo${path.extname(logo)}` } : facts;
}

const made = new WeakMap<Library, Promise<SiteFacts>>();

/**
 * The site's facts from its content, worked out once a library. Notices that are over are left
 * out; coming ones stay, since a page may be read long after it was built.
 */
export function siteFacts(library: Library, now: Date): Promise<SiteFacts> {
  let facts = made.get(library);
  if (!facts) made.set(library, (facts = makeFacts(library, now)));
  return facts;
}

/** The bytes of the company's logo. */
export function logoBytes(library: Library): Promise<Buffer> {
  return readFile(path.join(library.content.dir, library.site.logo ?? ''));
}
