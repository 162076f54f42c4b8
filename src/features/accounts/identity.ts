/** A person as a provider of single sign-on names them. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** A provider's name for a member, with which they sign in. */
export interface LinkedIdentity extends Identity {
  since: Date;
}

/** Nobody takes away the only way in that does not depend on their mailbox. */
export const mayUnlink = (hasPassword: boolean, linked: LinkedIdentity[]): boolean =>
  hasPassword || linked.length > 1;
