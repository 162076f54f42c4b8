import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Fault } from '#src/features/content/content.ts';
import { synonymRules, type SynonymRule } from '#src/features/content/read-synonyms.ts';

/**
 * What customers say for what help centers write, in a language, whatever the product.
 * @returns nothing for a language of which there is no list
 */
export function generalVocabulary(locale: string): SynonymRule[] {
  const name = `${locale.split('-')[0] ?? ''}.yml`;
  const file = path.join(import.meta.dirname, 'vocabulary', name);
  if (!existsSync(file)) return [];
  const faults: Fault[] = [];
  const rules = synonymRules(name, readFileSync(file, 'utf8'), faults);
  if (faults[0]) throw new Error(`${file}:${faults[0].line}: ${faults[0].what}`);
  return rules;
}
