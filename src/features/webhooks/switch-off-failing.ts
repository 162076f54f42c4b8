import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import { formsOfLetter } from '#src/features/accounts/letter.ts';
import { listAdmins } from '#src/features/accounts/list-admins.ts';
import type { MailSite } from '#src/features/accounts/mails.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { queueMail } from '#src/server/outbox.ts';
import type { Endpoint } from './webhook-endpoint.ts';
import { findEndpoint, switchEndpoint } from './webhook-endpoints.store.ts';

function mailOf(
  { id, url }: Endpoint,
  reason: 'failing' | 'gone',
  { locale, site }: { locale: string; site: MailSite },
) {
  const { host } = new URL(url);
  const words = messagesFor(locale).webhooks;
  const link = {
    label: words.offMail.link,
    url: site.address(locale, `/moderation/webhooks/${id}`),
  };
  return {
    kind: 'webhook-off',
    subject: words.offMail.subject(site.name),
    ...formsOfLetter({
      locale,
      paragraphs: [words.offMail.text(host), words.offFor[reason], link],
      from: site.name,
    }),
  };
}

/** Switches an endpoint off that takes nothing, and mails all admins; once. */
export async function switchOffFailing(
  db: Kysely<Database>,
  endpointId: number,
  reason: 'failing' | 'gone',
  site: MailSite,
  now: Date,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    if (!(await switchEndpoint(trx, endpointId, false, reason))) return;
    const endpoint = await findEndpoint(trx, endpointId);
    if (!endpoint) return;
    for (const { id, email, locale } of await listAdmins(trx)) {
      const event = `webhook-off:${endpointId}:${now.getTime()}:${id}`;
      await queueMail(
        trx,
        { ...mailOf(endpoint, reason, { locale, site }), event, to: email },
        now,
      );
    }
  });
}
