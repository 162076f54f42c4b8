import type { Article } from './article.ts';
import { articleFields } from './article-fields.ts';
import type { Reference } from './body-facts.ts';
import { bodySource } from './body-source.ts';
import type { Fault } from './content.ts';
import type { ArticleFile } from './content-files.ts';
import { cutFrontMatter } from './front-matter.ts';
import { readBody } from './read-body.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';
import { revisionOf } from './revision.ts';
import { expandSnippets, type SnippetShelf } from './snippets.ts';
import { titleFromName } from './title-from-name.ts';

/** An article with what the checks across articles need to know of it. */
export interface ReadArticle {
  article: Article;
  /** False: `updated` is still to be filled in. */
  isDated: boolean;
  /** Every id that a link may end in. */
  anchors: Set<string>;
  references: Reference[];
  /** Line of a front matter field in the file. */
  lineOf(path: string): number;
  /** Faults of the file's form and of its front matter. */
  headFaults: Fault[];
  bodyFaults: Fault[];
}

/** Reads one article. A faulty field is reported and gets its default, so that a page can be shown. */
export function readArticle(dir: string, place: ArticleFile, shelf: SnippetShelf): ReadArticle {
  const { file, locale, category, slug } = place;
  const headFaults: Fault[] = [];
  const bodyFaults: Fault[] = [];
  const cut = cutFrontMatter(file, readText(dir, file, headFaults), headFaults);
  const source = { file, text: cut.yaml ?? '', firstLine: cut.yaml === undefined ? 1 : 2 };
  const { fields, lineOf } = readYaml(source, articleFields, headFaults);
  const { body, spans } = expandSnippets(
    { file, locale, body: cut.body, bodyLine: cut.bodyLine },
    shelf,
    bodyFaults,
  );
  const facts = readBody(body, locale);
  const article: Article = {
    locale,
    category,
    slug,
    file,
    title: fields.title ?? titleFromName(slug),
    description: fields.description,
    owner: fields.owner,
    order: fields.order ?? Number.MAX_SAFE_INTEGER,
    tags: fields.tags ?? [],
    keywords: fields.keywords ?? [],
    updated: fields.updated ?? '',
    reviewBy: fields.reviewBy,
    related: fields.related ?? [],
    redirectFrom: fields.redirectFrom ?? [],
    draft: fields.draft ?? false,
    publishAt: fields.publishAt,
    unlisted: fields.unlisted ?? false,
    fromQuestion: fields.fromQuestion,
    body,
    bodyLine: cut.bodyLine,
    bodySpans: spans,
    revision: revisionOf(body),
    words: facts.words,
    sections: facts.sections,
  };
  for (const { line, ...fault } of facts.faults) {
    bodyFaults.push({ ...fault, ...bodySource(article, line) });
  }
  return {
    article,
    isDated: fields.updated !== undefined,
    anchors: facts.anchors,
    references: facts.references,
    lineOf,
    headFaults,
    bodyFaults,
  };
}
