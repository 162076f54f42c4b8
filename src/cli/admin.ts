import { mailSite } from '#src/actions/mail-site.ts';
import { ROLES, type Role } from '#src/features/accounts/actor.ts';
import { grantRole } from '#src/features/accounts/grant-role.ts';
import { listStaff } from '#src/features/accounts/list-staff.ts';
import { resetTwoFactor } from '#src/features/accounts/reset-two-factor.ts';
import { manifest } from '#src/features/articles/manifest.ts';
import { readEnv } from '#src/server/env.ts';
import { NotFound } from '#src/server/errors.ts';
import { CommandError, runCommand } from './run-command.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `npm run admin -- <command>

  grant <email> <role>      makes the member with this address ${ROLES.join(', ')}
  list                      everybody with more than a member's role
  reset-two-factor <email>  for a member who has lost their device and their recovery codes

Whoever is to be given a role signs up on the site first.`;

const isRole = (word: string | undefined): word is Role => ROLES.includes(word as Role);

async function grant(email: string, role: Role): Promise<void> {
  try {
    const handle = await withDatabase(readEnv(), (db) => grantRole(db, email, role));
    console.log(`@${handle} is now: ${role}. Their sessions have ended.`);
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new CommandError(
      `Nobody has an account with the address ${email}. They sign up on the site first, and open the link in the mail.`,
    );
  }
}

/** What mails say of the site stands in its build. */
async function builtSite() {
  try {
    return (await manifest()).site;
  } catch {
    throw new CommandError('Build the site first, so that the mail can name it: npm run build');
  }
}

async function reset(email: string): Promise<void> {
  const site = mailSite(await builtSite());
  try {
    const handle = await withDatabase(readEnv(), (db) =>
      resetTwoFactor(db, email, site, new Date()),
    );
    console.log(
      `@${handle} signs in without a code from now on. Their sessions have ended, and a mail tells them.`,
    );
  } catch (error) {
    if (!(error instanceof NotFound)) throw error;
    throw new CommandError(`Nobody with two-factor sign-in has the address ${email}.`);
  }
}

async function list(): Promise<void> {
  const staff = await withDatabase(readEnv(), listStaff);
  if (staff.length === 0) return void console.log('Nobody yet.');
  for (const { role, handle, name, email } of staff) {
    console.log(`${role.padEnd(10)} @${handle}  ${name} <${email}>`);
  }
}

await runCommand(async () => {
  const [command, email, role] = process.argv.slice(2);
  if (command === 'list') return list();
  if (command === 'reset-two-factor' && email) return reset(email);
  if (command !== 'grant' || !email) throw new CommandError(USAGE);
  if (!isRole(role)) throw new CommandError(`A role is one of ${ROLES.join(', ')}.`);
  await grant(email, role);
});
