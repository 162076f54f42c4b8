import { noticeFields } from './article-fields.ts';
import type { Fault, Notice, Site } from './content.ts';
import type { ContentFiles } from './content-files.ts';
import { error } from './faults.ts';
import type { Reference } from './body-facts.ts';
import { cutFrontMatter } from './front-matter.ts';
import { nearest } from './nearest.ts';
import { readBody } from './read-body.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';

/** A notice with what the checks across files need to know of it. */
export interface ReadNotice {
  notice: Notice;
  file: string;
  /** Line of the file on which the body starts. */
  bodyLine: number;
  references: Reference[];
}

/** Reads the notices; `categories` are the names that a notice may be limited to. */
export function readNotices(
  dir: string,
  files: ContentFiles,
  site: Site,
  categories: Set<string>,
  faults: Fault[],
): ReadNotice[] {
  return files.notices.map((file) => readNotice(dir, file, site, categories, faults));
}

function readNotice(
  dir: string,
  file: string,
  site: Site,
  categories: Set<string>,
  faults: Fault[],
): ReadNotice {
  const cut = cutFrontMatter(file, readText(dir, file, faults), faults);
  const source = { file, text: cut.yaml ?? '', firstLine: cut.yaml === undefined ? 1 : 2 };
  const { fields, lineOf } = readYaml(source, noticeFields, faults);
  const { start, end, locale } = fields;
  if (start && end && end <= start) {
    const what = 'the notice ends before it starts';
    faults.push(error(file, lineOf('end'), what, 'write an end that is later than the start'));
  }
  if (locale && !site.locales.includes(locale)) {
    const what = `the site has no locale "${locale}"`;
    faults.push(error(file, lineOf('locale'), what, `use one of: ${site.locales.join(', ')}`));
  }
  fields.categories?.forEach((name, index) => {
    if (categories.has(name)) return;
    const todo = `use one of: ${nearest(name, categories) ?? [...categories].join(', ')}`;
    faults.push(error(file, lineOf(`categories.${index}`), `there is no category "${name}"`, todo));
  });
  if (!cut.body.trim()) {
    faults.push(
      error(file, cut.bodyLine, 'the notice says nothing', 'write its text after the front matter'),
    );
  }
  const facts = readBody(cut.body, locale ?? site.defaultLocale);
  for (const { line, ...fault } of facts.faults) {
    faults.push({ ...fault, file, line: cut.bodyLine + line - 1 });
  }
  const notice: Notice = {
    id: file.replace(/^notices\/|\.md$/g, ''),
    severity: fields.severity ?? 'info',
    start,
    end,
    categories: fields.categories ?? [],
    locale,
    body: cut.body.trim(),
  };
  return { notice, file, bodyLine: cut.bodyLine, references: facts.references };
}
