import type { Article, Category } from './article.ts';
import type { CommunityPolicy } from './community-policy.ts';

/** Something a writer has to mend; errors refuse the folder, warnings do not. */
export interface Fault {
  /** Path relative to the content folder. */
  file: string;
  line: number;
  severity: 'error' | 'warning';
  what: string;
  todo: string;
}

export interface Link {
  label: string;
  url: string;
  note?: string;
}

/** A way to reach the company besides the contact form. */
export interface Channel extends Link {
  /** When somebody is there. */
  hours?: string;
}

/** `site.yml`, with every default filled in. */
export interface Site {
  name: string;
  description?: string;
  /** Path of the logo file relative to the content folder. */
  logo?: string;
  /** `#rrggbb` */
  accent: string;
  defaultLocale: string;
  locales: string[];
  links: Link[];
  /** Address of the editing page; `{file}` stands for the path in the content folder. */
  editUrl?: string;
  contact: Channel[];
  /** Where the company tells of faults of its own. */
  statusPage?: string;
  /** Whether customers can write to the company on a page of the site. */
  contactForm: boolean;
  /** Whether the search knows what customers say for what help centers write, whatever the product. */
  generalSynonyms: boolean;
}

export interface Author {
  handle: string;
  name: string;
  email?: string;
}

export interface Notice {
  id: string;
  severity: 'info' | 'warning' | 'critical';
  /** ISO date and time; absent means since always / for good. */
  start?: string;
  end?: string;
  /** Categories it is limited to; empty means the whole site. */
  categories: string[];
  /** Absent means every locale. */
  locale?: string;
  body: string;
}

/** What a search has to find, by the word of a writer. */
export interface SearchTest {
  /** Line, from 1, of `search/tests.yml` on which it stands. */
  line: number;
  query: string;
  locale: string;
  /** `category/slug` */
  article: string;
  /** Anchor of the section that has to be the article's best; absent when any may be. */
  section?: string;
  /** Rank, from 1, that the article has to reach. */
  within: number;
}

/** A content folder as read from disk, with all that is wrong with it. */
export interface Content {
  dir: string;
  site: Site;
  authors: Map<string, Author>;
  /** Own categories of each locale; a locale without one falls back to the default locale's. */
  categories: Category[];
  articles: Article[];
  notices: Notice[];
  community: CommunityPolicy;
  /** Those that can be run; the others are among the faults. */
  searchTests: SearchTest[];
  /** ISO date and time at which the next article left out so far is due. */
  nextPublishAt?: string;
  faults: Fault[];
}
