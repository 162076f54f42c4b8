import type { Env } from '#src/server/env.ts';

/** A way on which requests reach the company's help desk. */
export type DeskWay = 'mail' | 'webhook';

/** How the help desk is reached, as the operator has configured it. */
export type DeskEnv = Pick<
  Env,
  | 'HELP_DESK_MAIL'
  | 'HELP_DESK_WEBHOOK_URL'
  | 'HELP_DESK_WEBHOOK_SECRET'
  | 'MAIL_FROM'
  | 'SITE_URL'
  | 'SMTP_URL'
>;

/** The ways that there are; without one, requests wait on the list of staff. */
export function deskWays({ HELP_DESK_MAIL, HELP_DESK_WEBHOOK_URL }: DeskEnv): DeskWay[] {
  return [
    ...(HELP_DESK_MAIL ? (['mail'] as const) : []),
    ...(HELP_DESK_WEBHOOK_URL ? (['webhook'] as const) : []),
  ];
}
