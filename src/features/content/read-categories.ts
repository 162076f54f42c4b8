import { hasIcon } from '#src/components/icon.ts';
import type { Category } from './article.ts';
import { categoryFields } from './article-fields.ts';
import type { Fault } from './content.ts';
import type { ContentFiles } from './content-files.ts';
import { error } from './faults.ts';
import { readText } from './read-text.ts';
import { readYaml } from './read-yaml.ts';
import { titleFromName } from './title-from-name.ts';

/**
 * Reads every `_category.yml`. A category of the default locale that has none is named after its
 * folder; other locales fall back to the default locale's.
 */
export function readCategories(
  dir: string,
  files: ContentFiles,
  defaultLocale: string,
  faults: Fault[],
): Category[] {
  const read = files.categories.map(({ file, locale, name }) => {
    const text = readText(dir, file, faults);
    const { fields, lineOf } = readYaml({ file, text, firstLine: 1 }, categoryFields, faults);
    if (fields.icon && !hasIcon(fields.icon)) {
      const what = `there is no icon "${fields.icon}"`;
      faults.push(error(file, lineOf('icon'), what, 'choose a name from lucide.dev/icons'));
    }
    return { ...fields, locale, name };
  });
  const byName = new Map(read.map((one) => [`${one.locale}/${one.name}`, one]));
  for (const { category } of files.articles) {
    const key = `${defaultLocale}/${category}`;
    if (!byName.has(key)) byName.set(key, { locale: defaultLocale, name: category });
  }
  return [...byName.values()].map((own) => {
    const fallback = byName.get(`${defaultLocale}/${own.name}`);
    return {
      locale: own.locale,
      name: own.name,
      title: own.title ?? fallback?.title ?? titleFromName(own.name),
      description: own.description ?? fallback?.description,
      order: own.order ?? fallback?.order ?? Number.MAX_SAFE_INTEGER,
      icon: own.icon ?? fallback?.icon,
    };
  });
}
