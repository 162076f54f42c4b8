import type { AstroIntegration } from 'astro';

/** Serves the search index in development, where no build has written one. */
export function developmentSearch(): AstroIntegration {
  return {
    name: 'development-search',
    hooks: {
      'astro:config:setup': ({ command, injectRoute }) => {
        if (command !== 'dev') return;
        injectRoute({
          pattern: '/pagefind/[...file]',
          entrypoint: new URL('./development-index-file.ts', import.meta.url),
          prerender: false,
        });
      },
    },
  };
}
