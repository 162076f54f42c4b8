import { ActionError } from 'astro:actions';

/**
 * What is wrong with which field, as Astro tells of input that does not fit a schema: pages find
 * the sentences in `error.fields`.
 */
export class FieldErrors extends ActionError {
  override type = 'AstroActionInputError';
  readonly issues: { path: string[]; message: string }[];

  constructor(sentences: Record<string, string>) {
    super({ code: 'BAD_REQUEST' });
    this.issues = Object.entries(sentences).map(([name, message]) => ({ path: [name], message }));
  }
}
