/** A heading of an article that readers can link to (h2 to h4). */
export interface Section {
  id: string;
  title: string;
  depth: number;
}

/** A run of lines of a body that stand line by line in one file. */
export interface BodySpan {
  /** Line of the body on which the run starts, from 1. */
  start: number;
  file: string;
  /** Line of the file on which the run starts, from 1. */
  line: number;
}

/** One help page: one Markdown file in one locale. */
export interface Article {
  locale: string;
  category: string;
  slug: string;
  /** Path relative to the content folder, with forward slashes. */
  file: string;
  title: string;
  description?: string;
  /** A handle in authors.yml. */
  owner?: string;
  order: number;
  tags: string[];
  /** Search terms that are not in the text. */
  keywords: string[];
  /** ISO date (yyyy-mm-dd): from the front matter, else from git, else the file's own time. */
  updated: string;
  reviewBy?: string;
  /** `category/slug` of articles that the writer chose as related. */
  related: string[];
  redirectFrom: string[];
  draft: boolean;
  /** ISO date and time before which the article is left out. */
  publishAt?: string;
  /** Reachable by its address only: not listed, searched or in the sitemap. */
  unlisted: boolean;
  /** The question of the community that it was made of. */
  fromQuestion?: number;
  /** Markdown after the front matter, snippets expanded. */
  body: string;
  /** Line of the file on which the body starts, from 1. */
  bodyLine: number;
  /** Where the lines of the body stand when snippets were expanded; see `bodySource`. */
  bodySpans?: BodySpan[];
  /** First 16 hex digits of the SHA-256 of the normalised body. */
  revision: string;
  words: number;
  sections: Section[];
}

/** A shelf of articles: a folder with `_category.yml`. */
export interface Category {
  locale: string;
  name: string;
  title: string;
  description?: string;
  order: number;
  /** A Lucide icon's name. */
  icon?: string;
}
