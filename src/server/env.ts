import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** A configuration value that stops the start: the message names the variable and what is expected. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

const root = process.cwd();
const absolute = (value: string) => path.resolve(root, value);

const PORTS = 'a port number from 1 to 65535';

/** An address, alone or in angle brackets behind a name; on one line. */
const SENDER = /^(?:[^<>@,;"\p{Cc}]+ <[^<>@,;\s]+@[^<>@,;\s]+>|[^<>@,;\s]+@[^<>@,;\s]+)$/u;

/** They hold a password, which no message repeats. */
const SECRETS = [
  'DATABASE_URL',
  'SMTP_URL',
  'SECRET_KEY',
  'OIDC_CLIENT_SECRET',
  'S3_SECRET_ACCESS_KEY',
  'HELP_DESK_WEBHOOK_URL',
  'HELP_DESK_WEBHOOK_SECRET',
  'METRICS_TOKEN',
  'HELPMARK_TOKEN',
];

const KEY = 'at least 32 characters by chance, such as `openssl rand -hex 32` prints';
/** What stands in examples and guides is no secret. */
const KNOWN_KEY = /change.?me|example|secret.?key|^(.)\1*$/i;

const ISSUER = 'the https address of an OpenID provider, such as https://accounts.example.com';
const DESK_SECRET = 'whsec_ and 24 to 64 bytes in base64, as Standard Webhooks writes secrets';

/** Whether a text is a secret as Standard Webhooks writes them. */
const isWebhookSecret = (text: string): boolean => {
  const [, encoded = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const { length } = Buffer.from(encoded, 'base64');
  return length >= 24 && length <= 64;
};

const LIVE_SITE = 'the https address of a site, such as https://help.example.com';

const DAYS = 'a number of days from 1 to 3650';

/** Single sign-on needs them all. */
const OIDC = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

const MONTHS = 'a number of months from 1 to 120';

const schema = z.object({
  PORT: z
    .string()
    .regex(/^\d+$/, PORTS)
    .transform(Number)
    .pipe(z.number().min(1, PORTS).max(65535, PORTS))
    .default(4321),
  HOST: z
    .string()
    .min(1, 'a host name or address, such as localhost or 0.0.0.0')
    .default('localhost'),
  SITE_URL: z
    .url({
      protocol: /^https?$/,
      error: 'the public address of the site, such as https://help.example.com',
    })
    .refine((url) => /^https?:\/\/[^/?#@]+\/*$/.test(url), {
      error: 'an address without a folder, such as https://help.example.com',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'a PostgreSQL address, such as postgres://user:password@host:5432/name',
    })
    .optional(),
  SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'the address of a mail server, such as smtp://user:password@mail.example.com:587',
    })
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(SENDER, 'a sender, such as Help Center <help@example.com>')
    .optional(),
  SECRET_KEY: z
    .string()
    .min(32, KEY)
    .refine((key) => !KNOWN_KEY.test(key), KEY)
    .optional(),
  STAFF_TWO_FACTOR: z
    .enum(['optional', 'required'], { error: 'one of optional, required' })
    .default('optional'),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/, error: ISSUER })
    // Secrets and names pass between us: in the clear only where nobody can listen.
    .refine((url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${url}/`), {
      error: ISSUER,
    })
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().optional(),
  S3_ENDPOINT: z
    .url({
      protocol: /^https?$/,
      error: 'the address of an S3-compatible store, such as https://s3.eu-central-1.amazonaws.com',
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  S3_BUCKET: z
    .string()
    .regex(/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, 'the name of a bucket')
    .optional(),
  S3_REGION: z.string().min(1, 'a region').default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  METRICS_TOKEN: z
    .string()
    .min(32, KEY)
    .regex(/^[\w.~+/=-]+$/, KEY)
    .optional(),
  WEBHOOK_TARGETS: z.enum(['public', 'any'], { error: 'one of public, any' }).default('public'),
  HELP_DESK_MAIL: z.email('the address of your help desk, such as support@example.com').optional(),
  HELP_DESK_WEBHOOK_URL: z
    .url({
      protocol: /^https?$/,
      error: 'an address that takes webhooks, such as https://desk.example.com/hooks/helpmark',
    })
    .optional(),
  HELP_DESK_WEBHOOK_SECRET: z.string().refine(isWebhookSecret, DESK_SECRET).optional(),
  CONTACT_RETENTION_DAYS: z
    .string()
    .regex(/^\d{1,4}$/, DAYS)
    .transform(Number)
    .pipe(z.number().min(1, DAYS).max(3650, DAYS))
    .default(365),
  HELPMARK_URL: z
    .url({ protocol: /^https?$/, error: LIVE_SITE })
    // The token is sent there: in the clear only where nobody can listen.
    .refine((url) => /^https:|^http:\/\/(localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${url}/`), {
      error: LIVE_SITE,
    })
    .transform((url) => url.replace(/\/+$/, ''))
    .optional(),
  HELPMARK_TOKEN: z
    .string()
    .regex(/^helpmark_[\w-]+$/, 'a token that begins with helpmark_, as the account page makes it')
    .optional(),
  DATA_DIR: z.string().min(1, 'a folder').default('.data').transform(absolute),
  CONTENT_DIR: z.string().min(1, 'a folder').default('content').transform(absolute),
  EVENTS_RETENTION_MONTHS: z.coerce
    .number({ error: MONTHS })
    .int(MONTHS)
    .min(1, MONTHS)
    .max(120, MONTHS)
    .default(13),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], {
      error: 'one of debug, info, warn, error, silent',
    })
    .default('info'),
  TRUST_PROXY: z.coerce
    .number({ error: 'the number of proxies in front, 0 or more' })
    .int('the number of proxies in front, 0 or more')
    .min(0, 'the number of proxies in front, 0 or more')
    .default(0),
});

/** The instance's configuration, checked and with defaults filled in. */
export interface Env {
  PORT: number;
  HOST: string;
  /** Without a slash at the end. */
  SITE_URL: string;
  DATABASE_URL: string | undefined;
  /** Without it no mail leaves the house. */
  SMTP_URL: string | undefined;
  /** Sender of all mails. */
  MAIL_FROM: string;
  /** Signs links that leave the house. Unset: one is made in DATA_DIR. */
  SECRET_KEY: string | undefined;
  /** Whether staff without two-factor sign-in act as plain members. */
  STAFF_TWO_FACTOR: 'optional' | 'required';
  /** Provider of single sign-on; undefined without one, as are the next two. */
  OIDC_ISSUER: string | undefined;
  OIDC_CLIENT_ID: string | undefined;
  OIDC_CLIENT_SECRET: string | undefined;
  /** What the provider is called on its button. */
  OIDC_NAME: string | undefined;
  /** A store for uploaded files, without a slash at the end. Unset: they lie in DATA_DIR. */
  S3_ENDPOINT: string | undefined;
  S3_BUCKET: string | undefined;
  S3_REGION: string;
  S3_ACCESS_KEY_ID: string | undefined;
  S3_SECRET_ACCESS_KEY: string | undefined;
  /** With it, `/metrics` is read from anywhere; without, on this machine only. */
  METRICS_TOKEN: string | undefined;
  /** Site that commands read insights of, instead of the database here; and its token. */
  HELPMARK_URL: string | undefined;
  HELPMARK_TOKEN: string | undefined;
  /** Whether webhooks may be sent into private networks. */
  WEBHOOK_TARGETS: 'public' | 'any';
  /** Where the company's help desk gets its requests, if by mail. */
  HELP_DESK_MAIL: string | undefined;
  /** The same by webhook. */
  HELP_DESK_WEBHOOK_URL: string | undefined;
  /** Signs what goes to the help desk and what comes from it. */
  HELP_DESK_WEBHOOK_SECRET: string | undefined;
  /** So many days after the last that happened to it, a contact request says no more whose it was. */
  CONTACT_RETENTION_DAYS: number;
  /** Absolute. */
  DATA_DIR: string;
  /** Absolute. */
  CONTENT_DIR: string;
  /** Whole months of visitors' events before the present one that are kept. */
  EVENTS_RETENTION_MONTHS: number;
  /** The least that is logged; `debug` includes every request. */
  LOG_LEVEL: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Trusted proxies in front: that many last addresses of X-Forwarded-For are believed. */
  TRUST_PROXY: number;
  /** Names this instance's build output and cache, so that several can share a checkout. */
  INSTANCE: string;
  /** Absolute; the build writes `client/` and `server/` into it. */
  BUILD_DIR: string;
  /** Absolute; may be deleted at any time. */
  CACHE_DIR: string;
}

function instanceName(contentDir: string, dataDir: string): string {
  if (contentDir === absolute('content') && dataDir === absolute('.data')) return 'default';
  const hash = createHash('sha256').update(`${contentDir}\0${dataDir}`).digest('hex').slice(0, 8);
  return `${path.basename(contentDir).replace(/[^\w-]/g, '-')}-${hash}`;
}

/** Whether the instance serves the manual that comes with the product. */
export const isShippedContent = ({ CONTENT_DIR }: Pick<Env, 'CONTENT_DIR'>) =>
  CONTENT_DIR === absolute('content');

/**
 * Stops a start in production that would sign with a key of this machine alone, where processes on
 * other machines may share the database.
 * @throws ConfigurationError
 */
export function assertSharedKey({ DATABASE_URL, SECRET_KEY }: Env, isReal = isProduction()): void {
  if (isReal && DATABASE_URL && !SECRET_KEY) {
    throw new ConfigurationError(`SECRET_KEY: expected ${KEY}, but it is not set`);
  }
}

let isFileRead = false;

/** Takes what `.env` in the working folder says, where the environment says nothing. */
function readEnvFile(): void {
  if (!isFileRead && existsSync(absolute('.env'))) process.loadEnvFile(absolute('.env'));
  isFileRead = true;
}

/** A store needs all of these. */
const STORE = ['S3_ENDPOINT', 'S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;

/** @throws ConfigurationError naming what is missing when only some are set */
function checkStore(values: { [name in (typeof STORE)[number]]?: string | undefined }): void {
  const missing = STORE.filter((name) => values[name] === undefined);
  if (missing.length === 0 || missing.length === STORE.length) return;
  const lines = missing.map((name) => `${name}: expected a value, as the other S3_ variables have`);
  throw new ConfigurationError(lines.join('\n'));
}

/** @throws ConfigurationError naming what the help desk needs besides what is set */
function checkDesk(values: {
  [name in 'HELP_DESK_MAIL' | 'SMTP_URL' | 'HELP_DESK_WEBHOOK_URL' | 'HELP_DESK_WEBHOOK_SECRET']?:
    string | undefined;
}): void {
  if (values.HELP_DESK_MAIL && !values.SMTP_URL) {
    throw new ConfigurationError('SMTP_URL: expected a mail server, as HELP_DESK_MAIL is set');
  }
  if (values.HELP_DESK_WEBHOOK_URL && !values.HELP_DESK_WEBHOOK_SECRET) {
    throw new ConfigurationError(
      'HELP_DESK_WEBHOOK_SECRET: expected a value, as HELP_DESK_WEBHOOK_URL is set',
    );
  }
}

/**
 * Reads the configuration from the environment and, below it, from a file `.env`; an empty value counts as unset.
 * @throws ConfigurationError listing every wrong variable with what is expected.
 */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  if (source === process.env) readEnvFile();
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value));
  const result = schema.safeParse(given);
  if (!result.success) {
    const lines = result.error.issues.map(({ path: [name], message }) =>
      SECRETS.includes(String(name))
        ? `${String(name)}: expected ${message}`
        : `${String(name)}: expected ${message}, but got "${given[String(name)] ?? ''}"`,
    );
    throw new ConfigurationError(lines.join('\n'));
  }
  const values = result.data;
  checkStore(values);
  checkDesk(values);
  if (!values.HELPMARK_URL !== !values.HELPMARK_TOKEN) {
    throw new ConfigurationError(
      values.HELPMARK_URL
        ? 'HELPMARK_TOKEN: expected a token of the site at HELPMARK_URL'
        : 'HELPMARK_URL: expected the address of the site that HELPMARK_TOKEN is for',
    );
  }
  const missing = OIDC.filter((name) => !values[name]);
  if (missing.length > 0 && missing.length < OIDC.length) {
    throw new ConfigurationError(
      missing
        .map((name) => `${name}: expected beside the other two of ${OIDC.join(', ')}`)
        .join('\n'),
    );
  }
  const instance = instanceName(values.CONTENT_DIR, values.DATA_DIR);
  const siteUrl = values.SITE_URL ?? `http://localhost:${values.PORT}`;
  return {
    ...values,
    SITE_URL: siteUrl,
    DATABASE_URL: values.DATABASE_URL,
    SMTP_URL: values.SMTP_URL,
    SECRET_KEY: values.SECRET_KEY,
    S3_ENDPOINT: values.S3_ENDPOINT,
    S3_BUCKET: values.S3_BUCKET,
    S3_ACCESS_KEY_ID: values.S3_ACCESS_KEY_ID,
    S3_SECRET_ACCESS_KEY: values.S3_SECRET_ACCESS_KEY,
    HELP_DESK_MAIL: values.HELP_DESK_MAIL,
    HELP_DESK_WEBHOOK_URL: values.HELP_DESK_WEBHOOK_URL,
    HELP_DESK_WEBHOOK_SECRET: values.HELP_DESK_WEBHOOK_SECRET,
    METRICS_TOKEN: values.METRICS_TOKEN,
    HELPMARK_URL: values.HELPMARK_URL,
    HELPMARK_TOKEN: values.HELPMARK_TOKEN,
    OIDC_ISSUER: values.OIDC_ISSUER,
    OIDC_CLIENT_ID: values.OIDC_CLIENT_ID,
    OIDC_CLIENT_SECRET: values.OIDC_CLIENT_SECRET,
    OIDC_NAME: values.OIDC_NAME,
    MAIL_FROM: values.MAIL_FROM ?? `no-reply@${new URL(siteUrl).hostname}`,
    INSTANCE: instance,
    BUILD_DIR: absolute(path.join('dist', instance)),
    CACHE_DIR: absolute(path.join('.cache', instance)),
  };
}

/** True when `npm start` or another npm script is our parent: then it is told to stop in our place. */
export const isRunByNpm = process.env['npm_lifecycle_event'] !== undefined;

/** Whether this is the real thing, where nobody but its recipient may read a mail. */
export const isProduction = () => process.env['NODE_ENV'] === 'production';

/** Keeps Astro from reporting to its makers and from looking for newer versions of itself. */
export function silenceAstro(): void {
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  process.env['ASTRO_DISABLE_UPDATE_CHECK'] = 'true';
}
