import type { ArticleIndex } from './article-index.ts';
import type { Fault } from './content.ts';
import { error } from './faults.ts';
import { pageAt, plainAddress } from './page-at.ts';

/** Checks every `redirectFrom`: each an address of this site that no page has, claimed once. */
export function checkRedirects(index: ArticleIndex): Fault[] {
  const claims = new Map<string, { file: string; lineOf(): number }>();
  return index.shown.flatMap(({ article, lineOf }) =>
    article.redirectFrom.flatMap((written, at) => {
      const { file } = article;
      const claim = { file, lineOf: () => lineOf(`redirectFrom.${at}`) };
      const tell = (what: string, todo: string) => error(file, claim.lineOf(), what, todo);
      const address = plainAddress(written);
      if (address === undefined) {
        const todo = 'write it from the first slash after the host, without ? and #';
        return tell(`"${written}" is no address on this site`, todo);
      }
      const page = pageAt(address, index);
      if (page?.file === file) {
        return tell(
          `${written} is this article itself, so readers would go in a circle`,
          'remove it',
        );
      }
      if (page) {
        const todo = 'remove it, or move what stands there';
        return tell(`${written} is still the address of ${page.name}`, todo);
      }
      const other = claims.get(address);
      claims.set(address, other ?? claim);
      if (!other) return [];
      const where =
        other.file === file ? `line ${other.lineOf()}` : `${other.file}:${other.lineOf()}`;
      return tell(`${written} is claimed by ${where} already`, 'keep it in one place');
    }),
  );
}
