import type { Limit } from '#src/server/rate-limit.ts';

/** Bytes of a file as it is sent: what a phone's picture has. */
export const MOST_UPLOAD_BYTES = 5_000_000;

/** Uploads are kept in the widest form that a page shows on a fine screen. */
export const IN_TEXT = { width: 1600, height: 10_000 } as const;

export const AVATAR = { width: 256, height: 256, isSquare: true } as const;

/** Pictures for texts and of oneself together. */
export const UPLOADS_PER_MINUTE: Limit = { name: 'upload-minute', uses: 6, seconds: 60 };
export const UPLOADS_PER_DAY: Limit = { name: 'upload-day', uses: 60, seconds: 86_400 };

/** A picture that has found its place. */
export interface Upload {
  name: string;
  /** In pixels. */
  width: number;
  height: number;
}

/** The path at which a picture is shown. */
export const uploadPath = (name: string): string => `/uploads/${name}`;
