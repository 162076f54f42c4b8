import { z } from 'zod';
import { flag, text, texts } from './yaml-fields.ts';

const address = z
  .string({ error: 'an address, such as https://example.com' })
  .regex(/^(https?:\/\/\S+|mailto:\S+@\S+|tel:\S+|sms:\S+|\/\S*)$/, {
    error: 'an address that starts with https://, mailto:, tel: or a slash',
  });

const link = z.strictObject(
  {
    label: text('a label, such as label: Status page'),
    url: address,
    note: text().optional(),
  },
  { error: 'a label and a url, such as { label: Status page, url: https://status.example.com }' },
);

const channel = link.extend({
  hours: text('the hours, such as hours: Mon to Fri, 9:00 to 17:00 CET').optional(),
});

const colour = z
  .string({ error: 'a colour in quotes, such as "#0b5fff"' })
  .regex(/^#(?:[\da-f]{3}|[\da-f]{6})$/i, { error: 'a colour in quotes, such as "#0b5fff"' })
  .transform((value) =>
    value.length === 4 ? value.replace(/[\da-f]/gi, '$&$&').toLowerCase() : value.toLowerCase(),
  );

/** `site.yml` */
export const siteFields = z.strictObject({
  name: text().optional(),
  description: text().optional(),
  logo: text('a file beside site.yml, such as ./logo.svg').optional(),
  accent: colour.optional(),
  defaultLocale: text('a locale, such as en').optional(),
  locales: texts('en, de').optional(),
  links: z.array(link, { error: 'a list of links, each with a label and a url' }).optional(),
  editUrl: z
    .url({
      protocol: /^https?$/,
      error: 'an address with {file} in it, such as https://example.com/edit/{file}',
    })
    .includes('{file}', { error: 'an address with {file} where the path belongs' })
    .optional(),
  contact: z
    .array(channel, { error: 'a list of ways to reach you, each with a label and a url' })
    .optional(),
  statusPage: z
    .url({
      protocol: /^https?$/,
      error: 'the address of a page, such as https://status.example.com',
    })
    .optional(),
  contactForm: flag.optional(),
  generalSynonyms: flag.optional(),
});

/** `authors.yml`: handle -> name and address */
export const authorFields = z.record(
  z.string(),
  z.strictObject(
    {
      name: text('a name, such as name: Mara Lindholm'),
      email: z.email({ error: 'an e-mail address' }).optional(),
    },
    { error: 'a name, such as { name: Mara Lindholm }' },
  ),
);
