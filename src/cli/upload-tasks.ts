import type { TaskList } from 'graphile-worker';
import type { Kysely } from 'kysely';
import type { Database } from '#db/schema.ts';
import {
  removeUnusedUploads,
  UNUSED_UPLOADS_TASK,
} from '#src/features/community/remove-unused-uploads.ts';
import { WITHDRAW_TEXTS_TASK } from '#src/features/community/withdraw-texts.ts';
import { withdrawLateTexts } from '#src/features/moderation/withdraw-late-texts.ts';
import type { Clock } from '#src/server/clock.ts';
import type { Env } from '#src/server/env.ts';
import { fileStore } from '#src/server/file-store.ts';

export const UPLOAD_CRONTAB = `47 3 * * * ${UNUSED_UPLOADS_TASK}
`;

/** What is done with uploads and texts after those who brought them have gone. */
export function uploadTasks(db: Kysely<Database>, env: Env, clock: Clock): TaskList {
  const files = fileStore(env);
  return {
    [UNUSED_UPLOADS_TASK]: (payload) => {
      const { memberId } = payload as { memberId?: number };
      return removeUnusedUploads(db, files, memberId, clock());
    },
    [WITHDRAW_TEXTS_TASK]: (payload) =>
      withdrawLateTexts(db, (payload as { memberId: number }).memberId, clock()),
  };
}
