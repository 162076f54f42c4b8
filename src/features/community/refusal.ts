/** A form that was sent and not taken, and why; what it holds is shown again. */
export interface Refusal {
  deed: string;
  status: number;
  sentence: string;
  form: FormData;
  /** Back to what was typed, once its writer has signed in. */
  way?: string | undefined;
}

/** What was typed into a field. */
export const typedIn = (form: FormData, name: string): string => String(form.get(name) ?? '');
