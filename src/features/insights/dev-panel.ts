import type { AstroIntegration } from 'astro';

/** A line chart, as Lucide draws it. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M3 3v16a2 2 0 0 0 2 2h16"/><path d="m19 9-5 5-4-4-3 3"/></svg>';

/** In development, shows in Astro's toolbar what readers say of the open article; in a build nothing. */
export function insightsPanel(): AstroIntegration {
  return {
    name: 'insights-panel',
    hooks: {
      'astro:config:setup': ({ command, addDevToolbarApp, injectRoute }) => {
        if (command !== 'dev') return;
        addDevToolbarApp({
          id: 'helpmark-readers',
          name: 'Readers',
          icon: ICON,
          entrypoint: new URL('./dev-panel.client.ts', import.meta.url),
        });
        injectRoute({
          pattern: '/dev/insights.json',
          entrypoint: new URL('./dev-panel-route.ts', import.meta.url),
          prerender: false,
        });
      },
    },
  };
}
