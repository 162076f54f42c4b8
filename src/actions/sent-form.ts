/**
 * The form that a page was sent, to be shown again; empty when it cannot be read, which its action
 * has refused.
 */
export const sentForm = (request: Request): Promise<FormData> =>
  request.formData().catch(() => new FormData());
