/**
 * What the address of a form ends with to reach an action without a script.
 * @param name room and action, such as `community.vote`
 * @see https://docs.astro.build/en/guides/actions/#call-actions-from-an-html-form-action
 */
export const actionQuery = (name: `${string}.${string}`): string => `?_action=${name}`;
