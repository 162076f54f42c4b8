/** The migrated database that is copied for every test file. */
export const templateName = 'helpmark_template';

/** The same server, another database. */
export function onServer(url: string, database: string): string {
  return Object.assign(new URL(url), { pathname: `/${database}` }).href;
}
