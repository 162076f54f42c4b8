import path from 'node:path';
import node from '@astrojs/node';
import { defineConfig } from 'astro/config';
import { watchContent } from './src/features/articles/watch-content.ts';
import { insightsPanel } from './src/features/insights/dev-panel.ts';
import { developmentSearch } from './src/features/search/development-search.ts';
import { readEnv } from './src/server/env.ts';

const env = readEnv();

export default defineConfig({
  site: env.SITE_URL,
  outDir: env.BUILD_DIR,
  cacheDir: env.CACHE_DIR,
  // A page is short and waits for one question to the database: sent whole, it costs half the time.
  adapter: node({ mode: 'middleware', experimentalDisableStreaming: true }),
  // One file an address, so that any static host serves `/articles/a/b` from `articles/a/b.html`.
  // Several pages at a time, since each waits for the disk as long as it takes to render.
  build: { format: 'file', concurrency: 8 },
  trailingSlash: 'ignore',
  // A form with a picture; src/cli/serve.ts holds all other forms to far less.
  security: { actionBodySizeLimit: 10_500_000 },
  // Sessions belong to accounts; signed-out reading needs none.
  session: false,
  // Beside the text.
  devToolbar: { enabled: true, placement: 'bottom-right' },
  server: { port: env.PORT, host: env.HOST },
  integrations: [watchContent(env.CONTENT_DIR), developmentSearch(), insightsPanel()],
  // Pages whose `cacheKey` is unchanged are taken from the cache: a rebuild after one edit
  // renders only what that edit touches.
  experimental: { incrementalBuild: true },
  vite: {
    // Vite's own cache is per instance too, so that two `npm run dev` can share a checkout.
    cacheDir: path.join(env.CACHE_DIR, 'vite'),
    // Scripts are files, however small: the policy of security-headers.ts lets in no others.
    build: { assetsInlineLimit: (file) => (/\.[jt]s$/.test(file) ? false : undefined) },
    ssr: {
      external: [
        'satteri',
        'shiki',
        'sharp',
        '@resvg/resvg-js',
        'pagefind',
        '@node-rs/argon2',
        '@zxcvbn-ts/language-common',
      ],
    },
  },
});
