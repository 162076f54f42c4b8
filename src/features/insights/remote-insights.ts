import { z } from 'zod';
import { MOST_ROWS } from './api-query.ts';
import { articleDigest } from './article-digest.ts';
import { articleAnswer } from './article-report-schema.ts';
import type { Asked, InsightsSource } from './insights-source.ts';

/** A site that cannot be read from here; the message says why and what to do. */
export class SiteRefused extends Error {
  override name = 'SiteRefused';
}

/** Milliseconds; a page of a thousand rows takes far less. */
const PATIENCE = 30_000;
/** How often a list is begun anew that changes while it is read. */
const TRIES = 3;

const page = z.looseObject({ rows: z.array(z.unknown()), next: z.string().nullable() });
const notes = z.object({ examples: z.int(), setAside: z.int() });

type Page = z.infer<typeof page>;

/**
 * The figures of a site that runs elsewhere, by its API.
 * @param url of the site, without a slash at the end
 * @throws SiteRefused when it does not answer, refuses the token, or is too old
 */
export function remoteInsights(url: string, token: string): InsightsSource {
  async function get(path: string): Promise<Response> {
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
    try {
      return await fetch(`${url}/api/v1/${path}`, {
        headers,
        // A token is sent to the site that it is for and nowhere else.
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE),
      });
    } catch (error) {
      const { cause, message } = error as Error;
      const why = cause instanceof Error && cause.message ? cause.message : message;
      throw new SiteRefused(
        `${url} does not answer (${why}). HELPMARK_URL is to be the address of the site, as in https://help.example.com.`,
      );
    }
  }

  /** @returns undefined when the answer is 404; 'changed' when the list is another by now */
  async function getBody(path: string): Promise<unknown> {
    const answer = await get(path);
    if (answer.status === 409) return 'changed';
    const body: unknown = await answer.json().catch(() => undefined);
    if (answer.ok && body !== undefined) return body;
    const says = z.object({ error: z.string() }).safeParse(body).data?.error;
    if (says === undefined) {
      throw new SiteRefused(
        `${url} does not know this API (status ${answer.status}). Is it a Helpmark, and of this version?`,
      );
    }
    if (answer.status === 404) return undefined;
    if (answer.status !== 401 && answer.status !== 403) {
      throw new SiteRefused(`${url} answers: ${says}`);
    }
    throw new SiteRefused(
      `${url} refuses the token in HELPMARK_TOKEN: ${says} Make one under Your account, Access for programs.`,
    );
  }

  async function getPage(path: string): Promise<Page | 'changed' | undefined> {
    const body = await getBody(path);
    if (body === undefined || body === 'changed') return body;
    const { data } = page.safeParse(body);
    if (data) return data;
    throw new SiteRefused(`${url} tells of lists in another way than this version knows.`);
  }

  async function all(
    path: string,
    { period, article }: Asked,
  ): Promise<{ rows: unknown[]; first: Page } | undefined> {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const query = new URLSearchParams({ period, limit: String(MOST_ROWS) });
      if (article !== undefined) query.set('article', article);
      const rows: unknown[] = [];
      let first: Page | undefined;
      for (;;) {
        const piece = await getPage(`${path}?${query}`);
        if (piece === undefined) return undefined;
        if (piece === 'changed') break;
        first ??= piece;
        rows.push(...piece.rows);
        if (piece.next === null) return { rows, first };
        query.set('cursor', piece.next);
      }
    }
    throw new SiteRefused(`${url} counts its figures anew just now. Try again in a minute.`);
  }

  return {
    async digests(asked) {
      const found = await all('articles', asked);
      const articles = z.array(articleDigest).safeParse(found?.rows);
      const noted = notes.safeParse(found?.first);
      if (!articles.success || !noted.success) {
        throw new SiteRefused(`${url} tells of articles in another way than this version knows.`);
      }
      return { articles: articles.data, ...noted.data };
    },
    async article({ locale, category, slug }, { period }) {
      const place = [locale, category, slug].map(encodeURIComponent).join('/');
      const body = await getBody(`articles/${place}?period=${period}`);
      if (body === 'changed' || body === undefined) return undefined;
      const { data } = articleAnswer.safeParse(body);
      if (data) return data;
      throw new SiteRefused(`${url} tells of articles in another way than this version knows.`);
    },
    async table(name, asked) {
      const found = await all(`tables/${encodeURIComponent(name)}`, asked);
      return found?.rows as Record<string, unknown>[] | undefined;
    },
  };
}
