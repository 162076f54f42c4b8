import { stringify } from 'yaml';
import { questionSlug } from '#src/features/community/question-address.ts';
import type { Content } from '#src/features/content/content.ts';
import type { TableRow } from './insights-source.ts';
import type { Proposal } from './proposal.ts';

type Solved = TableRow<'solved-questions'>;

/** On one line, and without what would end a name in a commit's trailer. */
const onOneLine = (name: string) => name.replaceAll(/[\p{Cc}<>\s]+/gu, ' ').trim();

/** Names an answer's writer without telling the address that is theirs. */
function creditOf({ writer, handle }: Solved, siteUrl: string): string[] {
  if (!writer || !handle) return [];
  return [`${onOneLine(writer)} <${handle}@users.noreply.${new URL(siteUrl).hostname}>`];
}

function draftOf(solved: Solved, siteUrl: string): string {
  const { id, title, question, answer, path, people, acceptedAt } = solved;
  const head = stringify({ title, draft: true, fromQuestion: id }, { lineWidth: 0 });
  const members = people === 1 ? 'One member has' : `${people} members have`;
  return `---
${head}---

${question.trim()}

${answer.trim()}

---

${members} [this question](${siteUrl}${path}), solved on ${acceptedAt.slice(0, 10)}. Remove this line when the draft has become an article.
`;
}

/**
 * Makes drafts of what is known in the community and stands in no article.
 * @param content with its drafts; of what was made into one before, no second is made
 * @param exists whether there is a file in the content folder
 * @param siteUrl of the site on which the questions stand
 */
export function proposeDrafts(
  questions: Solved[],
  content: Pick<Content, 'site' | 'articles'>,
  exists: (file: string) => boolean,
  siteUrl: string,
): Proposal[] {
  const made = new Set(content.articles.map(({ fromQuestion }) => fromQuestion));
  const shelves = new Set(content.articles.map(({ category }) => category));
  const taken = new Set<string>();
  return questions
    .filter(
      ({ id, locale, category }) =>
        !made.has(id) && content.site.locales.includes(locale) && shelves.has(category),
    )
    .map((solved) => {
      const name = `articles/${solved.locale}/${solved.category}/${questionSlug(solved.title)}`;
      let file = `${name}.md`;
      for (let number = 2; taken.has(file) || exists(file); number += 1) {
        file = `${name}-${number}.md`;
      }
      taken.add(file);
      return {
        file,
        text: draftOf(solved, siteUrl),
        isNew: true,
        says: [`draft of “${solved.title}” (${siteUrl}${solved.path})`],
        credits: creditOf(solved, siteUrl),
      };
    });
}
