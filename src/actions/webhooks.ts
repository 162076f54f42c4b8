import { defineAction } from 'astro:actions';
import * as forms from '#src/features/webhooks/forms.ts';
import { addEndpoint } from '#src/features/webhooks/add-endpoint.ts';
import { changeEndpoint } from '#src/features/webhooks/change-endpoint.ts';
import { removeEndpoint } from '#src/features/webhooks/remove-endpoint.ts';
import { resendDelivery } from '#src/features/webhooks/resend-delivery.ts';
import { rotateSecret } from '#src/features/webhooks/rotate-secret.ts';
import { sendTest } from '#src/features/webhooks/send-test.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { database } from '#src/server/database.ts';
import { readEnv } from '#src/server/env.ts';
import { apologising } from './apologising.ts';

const env = readEnv();
const stale = (locale: string) => messagesFor(locale).webhooks.errors.off;

/** @returns the endpoint's id, and its secret, which is told once */
const add = defineAction({
  accept: 'form',
  input: forms.addForm,
  handler: ({ event: events, ...form }, context) =>
    apologising(context, ({ locale, now }) =>
      addEndpoint(database(), env, context.locals.actor, { ...form, events }, locale, now),
    ),
});

const change = defineAction({
  accept: 'form',
  input: forms.changeForm,
  handler: ({ endpoint, on, event: events, ...form }, context) =>
    apologising(context, ({ locale }) => {
      const typed = { ...form, events, isOn: on === 'yes' };
      return changeEndpoint(database(), context.locals.actor, endpoint, typed, locale);
    }),
});

const remove = defineAction({
  accept: 'form',
  input: forms.endpointForm,
  handler: ({ endpoint }, context) =>
    apologising(context, () => removeEndpoint(database(), context.locals.actor, endpoint)),
});

/** @returns the new secret, which is told once */
const rotate = defineAction({
  accept: 'form',
  input: forms.endpointForm,
  handler: ({ endpoint }, context) =>
    apologising(context, () => rotateSecret(database(), env, context.locals.actor, endpoint)),
});

const test = defineAction({
  accept: 'form',
  input: forms.endpointForm,
  handler: ({ endpoint }, context) =>
    apologising(
      context,
      ({ now }) => sendTest(database(), context.locals.actor, endpoint, now),
      stale,
    ),
});

/** @returns the endpoint's id */
const resend = defineAction({
  accept: 'form',
  input: forms.deliveryForm,
  handler: ({ delivery }, context) =>
    apologising(context, () => resendDelivery(database(), context.locals.actor, delivery), stale),
});

export const webhooks = { add, change, remove, rotate, test, resend };
