import path from 'node:path';
import { accentContrast, isReadableAccent, readableAccent } from '#src/components/accent.ts';
import type { Author, Fault, Site } from './content.ts';
import type { ContentFiles } from './content-files.ts';
import { error } from './faults.ts';
import { isKnownLocale } from './locale-names.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';
import { authorFields, siteFields } from './site-fields.ts';

const DEFAULT_ACCENT = '#0b5fff';

/** Reads `site.yml`, or takes what the folders tell: the locales are those below articles/. */
export function readSite(dir: string, files: ContentFiles, faults: Fault[]): Site {
  const file = 'site.yml';
  const text = files.all.has(file) ? readText(dir, file, faults) : '';
  const { fields, lineOf } = readYaml({ file, text, firstLine: 1 }, siteFields, faults);
  const given = fields.locales?.filter((locale, index) => {
    const isKnown = isKnownLocale(locale);
    const todo = 'write a code such as en or pt-BR';
    if (!isKnown)
      faults.push(error(file, lineOf(`locales.${index}`), `"${locale}" is no language`, todo));
    return isKnown;
  });
  const folders = [...new Set(files.articles.map(({ locale }) => locale))];
  const found = given?.length ? given : folders.filter(isKnownLocale).sort();
  const defaultLocale = fields.defaultLocale ?? (found.includes('en') ? 'en' : (found[0] ?? 'en'));
  if (found.length > 0 && !found.includes(defaultLocale)) {
    const what = `the default locale "${defaultLocale}" is not among the locales (${found.join(', ')})`;
    faults.push(error(file, lineOf('defaultLocale'), what, 'choose one of them'));
  }
  if (fields.accent && !isReadableAccent(fields.accent)) {
    const contrast = accentContrast(fields.accent).toFixed(1);
    const what = `the accent ${fields.accent} has a contrast of ${contrast} to 1 with the page, and links need 4.5`;
    const todo = `take a darker one, such as "${readableAccent(fields.accent)}"`;
    faults.push(error(file, lineOf('accent'), what, todo));
  }
  const logo = fields.logo && path.posix.normalize(fields.logo);
  if (logo && !files.all.has(logo)) {
    faults.push(error(file, lineOf('logo'), `there is no file ${logo}`, 'put it beside site.yml'));
  }
  return {
    name: fields.name ?? 'Help Center',
    description: fields.description,
    logo: logo && files.all.has(logo) ? logo : undefined,
    accent: fields.accent ?? DEFAULT_ACCENT,
    defaultLocale,
    locales: [...new Set([defaultLocale, ...found])],
    links: fields.links ?? [],
    editUrl: fields.editUrl,
    contact: fields.contact ?? [],
    statusPage: fields.statusPage,
    contactForm: fields.contactForm ?? true,
    generalSynonyms: fields.generalSynonyms ?? true,
  };
}

/** Reads `authors.yml`: undefined when the folder has none. */
export function readAuthors(
  dir: string,
  files: ContentFiles,
  faults: Fault[],
): Map<string, Author> | undefined {
  const file = 'authors.yml';
  if (!files.all.has(file)) return undefined;
  const text = readText(dir, file, faults);
  const { fields } = readYaml({ file, text, firstLine: 1 }, authorFields, faults);
  return new Map(
    Object.entries(fields).flatMap(([handle, author]) =>
      author ? [[handle, { handle, ...author }]] : [],
    ),
  );
}
