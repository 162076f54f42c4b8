import { timingSafeEqual } from 'node:crypto';
import { digestOf } from './digest.ts';

/** The token of a header `Authorization: Bearer …`; undefined for any other. */
export const bearerOf = (authorization: string | null | undefined): string | undefined =>
  /^Bearer +([\w.~+/=-]+)$/i.exec(authorization ?? '')?.[1];

/** Whether two secrets are the same; how long it takes tells nothing of either. */
export const isSameSecret = (a: string, b: string): boolean =>
  timingSafeEqual(Buffer.from(digestOf(a)), Buffer.from(digestOf(b)));
