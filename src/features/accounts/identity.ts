/** A person as a provider of single sign-on names them. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** A provider's name for a member, with which they sign in. */
export interface LinkedIdentity extends Identity {
  since: Date;
}

/**
 * Nobody takes away the only way in that does not depend on their mailbox: a password, or a name
 * of the provider that there is now.
 * @param issuer today's; names of providers of earlier days let nobody in
 */
export const mayUnlink = (
  hasPassword: boolean,
  linked: Identity[],
  one: Identity,
  issuer: string | undefined,
): boolean =>
  hasPassword ||
  one.issuer !== issuer ||
  linked.some((other) => other.issuer === issuer && other.subject !== one.subject);
