import type { Author } from '#src/features/content/content.ts';

/** Whom an author is looked for by. */
export interface KnownMember {
  handle: string;
  email: string | null;
  isVerified: boolean;
}

/**
 * The handle of authors.yml that is a member's: of the author with the same address, when the
 * member has shown that it is theirs, else of the one with the same handle.
 * @returns undefined for whoever owns nothing
 */
export function authorOf(
  { handle, email, isVerified }: KnownMember,
  authors: Author[],
): string | undefined {
  const address = isVerified ? email?.toLowerCase() : undefined;
  const byAddress =
    address === undefined
      ? undefined
      : authors.find((author) => author.email?.toLowerCase() === address);
  return (byAddress ?? authors.find((author) => author.handle === handle))?.handle;
}
