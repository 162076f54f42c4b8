import type { AstroIntegration } from 'astro';
import { forgetLibrary } from './library.ts';

/** In development, shows a saved article at once: forgets what was read and reloads the page. */
export function watchContent(contentDir: string): AstroIntegration {
  return {
    name: 'watch-content',
    hooks: {
      'astro:server:setup': ({ server }) => {
        server.watcher.add(contentDir);
        const refresh = (file: string) => {
          if (!file.startsWith(contentDir)) return;
          forgetLibrary();
          server.ws.send({ type: 'full-reload' });
        };
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, refresh);
      },
    },
  };
}
