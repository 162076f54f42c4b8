import type { ActionAPIContext } from 'astro:actions';
import { manifest } from '#src/features/articles/manifest.ts';
import type { Admission } from '#src/features/community/admission.ts';
import { admitPost } from '#src/features/moderation/admit-post.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';

const ownHost = new URL(readEnv().SITE_URL).host;

/** How a text of whoever is signed in comes onto its page. @param text with its title, if any */
export async function admissionOf(
  { locals: { actor } }: ActionAPIContext,
  text: string,
  { locale, now, isEdit = false }: { locale: string; now: Date; isEdit?: boolean },
): Promise<Admission> {
  const { community } = await manifest();
  const judging = { wordRules: community.wordRules, ownHost, locale };
  return admitPost(database(), actor, text, judging, now, isEdit);
}
