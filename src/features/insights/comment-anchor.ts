/** Where a comment stands on its page, as an id and in addresses. */
export const commentAnchor = (subject: string): string => `comment-${encodeURIComponent(subject)}`;
