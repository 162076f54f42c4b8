import type { Reference } from './body-facts.ts';
import { checkArticleLink, checkPageLink } from './check-links.ts';
import { missingFile } from './missing-file.ts';
import type { Complaint, ReferencePlace } from './reference-place.ts';
import { resolveArticleLink } from './resolve-article-link.ts';

/** Checks that a link, image or video leads somewhere. */
export function checkReference(
  { use, url }: Reference,
  place: ReferencePlace,
): Complaint | undefined {
  const target = resolveArticleLink(place.fromFile, url);
  if (target.kind === 'external') return undefined;
  if (target.kind === 'fault') return [target.what, target.todo];
  if (target.kind === 'asset') return checkFile(target.file, url, use, place);
  if (use !== 'link') {
    return [`${url} is no ${use}`, `write the relative path of the ${use}'s file`];
  }
  if (target.kind === 'article') return checkArticleLink(target, place);
  if (target.kind === 'page') return checkPageLink(target.address, url, place);
  if (place.index.hasCategory(target.locale, target.category)) return undefined;
  return [`there is no category "${target.category}"`, 'correct the path'];
}

const SUITABLE = {
  image: {
    name: /\.(png|jpe?g|gif|webp|avif|svg)$/i,
    kinds: 'a PNG, JPEG, WebP, AVIF, GIF or SVG',
  },
  video: { name: /\.mp4$/i, kinds: 'an .mp4' },
  link: { name: /./, kinds: 'a' },
};

function checkFile(
  file: string,
  url: string,
  use: Reference['use'],
  place: ReferencePlace,
): Complaint | undefined {
  if (!place.files.has(file)) return missingFile(file, url, use, place);
  if (/\.(md|ya?ml)$/i.test(file)) return [`${file} is no page of the site`, 'link to an article'];
  if (!/^(articles|snippets)\//.test(file)) {
    return [`${file} is not published`, 'move it beside the article, below articles/'];
  }
  const { name, kinds } = SUITABLE[use];
  return name.test(file) ? undefined : [`${file} is no ${use}`, `use ${kinds} file`];
}
