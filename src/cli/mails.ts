import { parseArgs } from 'node:util';
import { isUnmigrated, NotFound } from '#src/server/errors.ts';
import { readEnv } from '#src/server/env.ts';
import { listMails, resendMail, type ListedMail } from '#src/server/mails.ts';
import { CommandError, runCommand } from './run-command.ts';
import { withDatabase } from './with-database.ts';

const USAGE = `npm run mails [-- resend <id>]

The last 50 mails, the newest first, and how far they have come:
  queued     waits for a running site to send it
  sending    is being sent now
  sent       the mail server has taken it
  in doubt   was handed over, but nobody knows whether it arrived; it is not sent again by itself
  failed     was refused, for the reason given; it is tried again for some hours
With resend, a running site sends the mail with this number, whatever became of it before.`;

const SHOWN = 50;

const moment = (date: Date) => `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

function describe(mail: ListedMail): string {
  const tries = mail.attempts === 1 ? '1 attempt' : `${mail.attempts} attempts`;
  const when = mail.sent_at ?? mail.sending_at;
  const state = [mail.delivery, when && moment(when), mail.attempts > 0 && tries, mail.error];
  return `${String(mail.id).padStart(6)}  ${moment(mail.created_at)}  ${mail.kind} to ${mail.recipient}
        ${mail.subject}
        ${state.filter(Boolean).join(', ')}`;
}

function readId(text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,8}$/.test(text)) {
    throw new CommandError('Which mail? npm run mails -- resend <id>');
  }
  return Number(text);
}

await runCommand(async () => {
  const env = readEnv();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  const [command, argument, ...rest] = positionals;
  if (values.help) return void console.log(USAGE);
  if ((command && command !== 'resend') || rest.length > 0) throw new CommandError(USAGE);
  const id = command && readId(argument);
  try {
    const said = await withDatabase(env, async (db) => {
      const now = new Date();
      if (!id) {
        const mails = await listMails(db, { limit: SHOWN }, now);
        return mails.map(describe).join('\n') || 'There are no mails yet.';
      }
      if (await resendMail(db, id, now)) return `Mail ${id} is queued again.`;
      throw new CommandError(`Mail ${id} is being sent now.`);
    });
    console.log(said);
  } catch (error) {
    if (error instanceof NotFound) throw new CommandError(`There is no mail ${argument}.`);
    if (!isUnmigrated(error)) throw error;
    throw new CommandError(
      'The database has not been brought to this version yet. Start the site once, or run npm run db -- migrate.',
    );
  }
});
