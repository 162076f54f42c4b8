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
          // The event by which Astro forgets its own content collections' paths: a new or removed
          // article changes what `getStaticPaths` returns.
          for (const { hot } of Object.values(server.environments)) {
            hot.send('astro:content-changed', {});
          }
          server.environments.client.hot.send({ type: 'full-reload', path: '*' });
        };
        for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, refresh);
      },
    },
  };
}
