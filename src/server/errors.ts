/** Nothing stands at this address, or no longer. */
export class NotFound extends Error {
  override name = 'NotFound';
}

/** What was sent cannot be accepted as it is; `fields` says what to mend, by the field's name. */
export class InvalidInput extends Error {
  override name = 'InvalidInput';
  readonly fields: Record<string, string>;

  constructor(fields: Record<string, string>) {
    super(`invalid: ${Object.keys(fields).join(', ')}`);
    this.fields = fields;
  }
}

/** Only members can do this, and nobody is signed in. */
export class NotSignedIn extends Error {
  override name = 'NotSignedIn';
}

/** This member may not do this. */
export class NotAllowed extends Error {
  override name = 'NotAllowed';
}

/** The page that was answered is older than anything known of it. */
export class StalePage extends Error {
  override name = 'StalePage';
}

/** A limit is reached; `seconds` until it opens again. */
export class TooMany extends Error {
  override name = 'TooMany';
  readonly seconds: number;
  /** Which limit, by its name, and how many uses it grants. */
  readonly limit: { name: string; uses: number } | undefined;

  constructor(seconds: number, limit?: { name: string; uses: number }) {
    super(`too many, again in ${seconds} s`);
    this.seconds = seconds;
    this.limit = limit;
  }
}

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EPIPE',
  'ETIMEDOUT',
]);
// Classes of SQLSTATE: 08 connection, 53 out of resources, 57 stopped by the operator, 58 disk.
const STATE_CLASSES = /^(08|53|57|58)/;
const CONNECTION_SENTENCES =
  /connection terminated|timeout exceeded when trying to connect|client has encountered a connection error|Query read timeout/i;

/** Whether `error` means that the database cannot be reached or cannot work now. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway);
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return (
    CONNECTION_CODES.has(code) ||
    // A socket that is not there; any other missing file is our own fault.
    (code === 'ENOENT' && 'syscall' in error && error.syscall === 'connect') ||
    (code.length === 5 && STATE_CLASSES.test(code)) ||
    CONNECTION_SENTENCES.test(error.message)
  );
}

/** Whether `error` means that a table or column is missing, because migrations have not run. */
export function isUnmigrated(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^42(P01|703)$/.test(String(error.code));
}

/** What a door says to its reader, in their language, when something goes wrong. */
export interface Sentences {
  notFound: string;
  invalid: string;
  stale: string;
  tooMany: (minutes: number, seconds: number) => string;
  away: string;
  unexpected: string;
}

export interface Apology {
  status: 400 | 404 | 409 | 429 | 500 | 503;
  sentence: string;
  /** Seconds after which another try makes sense. */
  retryAfter?: number;
  /** Whether it is our fault and belongs in the log. */
  unexpected: boolean;
}

/** The one place that turns an error into a status and a sentence that a customer understands. */
export function apologyFor(error: unknown, sentences: Sentences): Apology {
  if (error instanceof NotFound) {
    return { status: 404, sentence: sentences.notFound, unexpected: false };
  }
  if (error instanceof InvalidInput) {
    const [first] = Object.values(error.fields);
    return { status: 400, sentence: first ?? sentences.invalid, unexpected: false };
  }
  if (error instanceof StalePage) {
    return { status: 409, sentence: sentences.stale, unexpected: false };
  }
  if (error instanceof TooMany) {
    const sentence = sentences.tooMany(Math.max(1, Math.ceil(error.seconds / 60)), error.seconds);
    return { status: 429, sentence, retryAfter: error.seconds, unexpected: false };
  }
  if (isDatabaseAway(error)) return { status: 503, sentence: sentences.away, unexpected: true };
  return { status: 500, sentence: sentences.unexpected, unexpected: true };
}
