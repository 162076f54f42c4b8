import GithubSlugger from 'github-slugger';

/**
 * Gives the headings of one document their anchor ids, in order and whatever their level:
 * an own id (`## Title {#own-id}`) as it stands, else one made from the text as GitHub makes it,
 * with -1, -2, … where two are equal. Own ids take no part in that count.
 */
export function headingIds(): (text: string, ownId: string | undefined) => string {
  const slugger = new GithubSlugger();
  return (text, ownId) => ownId ?? slugger.slug(text);
}
