/** Where a member's text may lead: the web, mail, and pages of our own by their path. */
export const linkedAddress = /^(?:https?:\/\/|mailto:|\/(?![/\\]))/i;

/** A picture that a member's text may show: an upload of ours, whose name says its size. */
export const uploadAddress =
  /^\/uploads\/[0-9a-f]{32}-(?<width>[1-9]\d{0,4})x(?<height>[1-9]\d{0,4})\.webp$/;

export const linkRelations = ['nofollow', 'ugc', 'noopener'];
