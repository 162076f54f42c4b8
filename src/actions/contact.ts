import { randomBytes } from 'node:crypto';
import { ActionError, defineAction, type ActionAPIContext } from 'astro:actions';
import { addressParts } from '#src/features/articles/address.ts';
import { articleFacts, manifest } from '#src/features/articles/manifest.ts';
import { LOOKUPS_PER_VISITOR } from '#src/features/community/limits.ts';
import { changeRequest } from '#src/features/contact/change-request.ts';
import { newReference } from '#src/features/contact/contact-request.ts';
import { deliverAgain } from '#src/features/contact/deliver-again.ts';
import * as forms from '#src/features/contact/forms.ts';
import { deskWays } from '#src/features/contact/help-desk.ts';
import { keepAttachments } from '#src/features/contact/keep-attachments.ts';
import { checkedRequest, type RequestFields } from '#src/features/contact/request-fields.ts';
import { sendRequest } from '#src/features/contact/send-request.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { InvalidInput } from '#src/server/errors.ts';
import { fileStore } from '#src/server/file-store.ts';
import { useLimits } from '#src/server/rate-limit.ts';
import { asksNotToBeCounted } from '#src/server/visitor.ts';
import type { z } from 'zod';
import { apologising, type Circumstances } from './apologising.ts';
import { recordSteps, shownSteps, suggestionOf } from './funnel.ts';
import { isTrapped } from './is-trapped.ts';
import { mailSite } from './mail-site.ts';
import { senderOf } from './sender-of.ts';
import { solvedOccasion } from './solved-occasion.ts';
import { suggestionsFor } from './suggestions-for.ts';

const env = readEnv();
const files = fileStore(env);

type ContactForm = z.infer<typeof forms.contactForm>;

/** What became of a request that is being written; `kept` names its pictures. */
export type Contacted =
  | { step: 'change'; kept: string[] }
  | ({ step: 'check'; kept: string[] } & Awaited<ReturnType<typeof suggestionsFor>>)
  | { step: 'refused'; kept: string[]; status: number; sentence: string }
  | { step: 'solved'; of: string }
  | { step: 'sent'; reference: string };

const fieldsOf = (form: ContactForm): RequestFields => ({
  name: form.name ?? '',
  email: form.email ?? '',
  subject: form.subject ?? '',
  message: form.message ?? '',
  area: form.area ?? '',
  articles: form.article,
  searched: form.searched ?? '',
});

/** Those articles that there are, by the paths that the form has of them. */
async function articlesAt(paths: string[]) {
  const { site } = await manifest();
  const found = await Promise.all(
    paths.map((path) => {
      const parts = addressParts(site, path);
      return parts && articleFacts(...parts);
    }),
  );
  return found.filter((article) => article !== undefined);
}

async function takeSolution(
  solved: string,
  context: ActionAPIContext,
  { locale, now }: Circumstances,
): Promise<Contacted> {
  await recordSteps(
    context,
    locale,
    [{ kind: 'suggestion-solved', ...suggestionOf(solved) }],
    now,
    'contact',
  );
  return { step: 'solved', of: await solvedOccasion(context, solved, now) };
}

/** The steps of a request once its pictures are kept. */
async function takeRequest(
  form: ContactForm,
  kept: string[],
  context: ActionAPIContext,
  { locale, now }: Circumstances,
): Promise<Contacted> {
  const fields = fieldsOf(form);
  const sender = await senderOf(context, now);
  if (form.step === 'change') return { step: 'change', kept };
  const { subject, message } = checkedRequest(fields, locale);
  const { site, categories } = await manifest();
  if (form.step === 'check') {
    await useLimits(database(), [[LOOKUPS_PER_VISITOR, sender.visitor.code]]);
    const suggestions = await suggestionsFor(site, locale, { title: subject, body: message });
    if (!form.told) await recordSteps(context, locale, shownSteps(suggestions), now, 'contact');
    return { step: 'check', kept, ...suggestions };
  }
  if (await isTrapped(context, form.website, now)) {
    return { step: 'sent', reference: newReference(randomBytes(6)) };
  }
  const { headers } = context.request;
  const category = categories.find((one) => one.locale === locale && one.name === fields.area);
  const sent = await sendRequest(
    database(),
    fields,
    {
      actor: context.locals.actor,
      sender,
      isPrivate: asksNotToBeCounted(headers),
      locale,
      articles: await articlesAt(fields.articles),
      category: category?.name,
      attachments: kept,
    },
    { site: mailSite(site), ways: deskWays(env) },
    now,
    randomBytes,
  );
  if (sent.isNew) {
    await recordSteps(context, locale, [{ kind: 'form-posted', request: sent.id }], now, 'contact');
  }
  return { step: 'sent', reference: sent.reference };
}

/** Everybody may write. What is refused is answered with the pictures that came with it. */
const send = defineAction({
  accept: 'form',
  input: forms.contactForm,
  handler: async (form, context): Promise<Contacted> => {
    const { solved } = form;
    if (!(await manifest()).site.contactForm) throw new ActionError({ code: 'NOT_FOUND' });
    if (solved !== undefined) {
      return apologising(context, (circumstances) => takeSolution(solved, context, circumstances));
    }
    let kept = form.kept;
    try {
      return await apologising(context, async (circumstances) => {
        const { locale, now } = circumstances;
        const { visitor } = await senderOf(context, now);
        const brought = { files: form.picture, kept: form.kept };
        const by = { visitor, locale };
        const pictures = await keepAttachments(database(), files, brought, by, now, randomBytes);
        kept = pictures.names;
        if (pictures.fault) throw new InvalidInput({ picture: pictures.fault });
        return takeRequest(form, kept, context, circumstances);
      });
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      return { step: 'refused', kept, status: error.status, sentence: error.message };
    }
  },
});

const letterhead = async () => ({ site: mailSite((await manifest()).site), env });

/** Puts a request into a state by the hand of staff. */
const change = defineAction({
  accept: 'form',
  input: forms.stateForm,
  handler: ({ reference, state }, context) =>
    apologising(context, async ({ now }) => {
      const { actor } = context.locals;
      await changeRequest(database(), actor, reference, state, await letterhead(), now);
      return true;
    }),
});

/** Hands a request over to the help desk again. */
const deliver = defineAction({
  accept: 'form',
  input: forms.deliveryForm,
  handler: ({ delivery }, context) =>
    apologising(context, async () => {
      await deliverAgain(database(), context.locals.actor, delivery);
      return true;
    }),
});

export const contact = { send, change, deliver };
