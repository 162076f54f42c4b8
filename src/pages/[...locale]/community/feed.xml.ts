export { shelfFeed as GET } from '#src/features/community/shelf-feed-route.ts';

export const prerender = false;
