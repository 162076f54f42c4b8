/** Where a member's text may lead: the web, mail, and pages of our own by their path. */
export const linkedAddress = /^(?:https?:\/\/|mailto:|\/(?![/\\]))/i;

/** A picture that a member's text may show: an upload of ours, by a path that no dots lead out of. */
export const uploadAddress = /^\/uploads\/[\w-]+(?:[./][\w-]+)*$/;

export const linkRelations = ['nofollow', 'ugc', 'noopener'];
