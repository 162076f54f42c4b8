/** Where a hosted video plays. */
interface Player {
  host: string;
  /** Address of the player inside a page. */
  embed: string;
}

/** The player of a video's page at YouTube or Vimeo, in its privacy-preserving form. */
export function playerOf(src: string): Player | undefined {
  const url = URL.canParse(src) ? new URL(src) : undefined;
  const host = url?.hostname.replace(/^(www|m|player)\./, '');
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const [first = '', second = ''] = url.pathname.split('/').filter(Boolean);
  if (host === 'youtu.be' && first) return youtube(first);
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const id = ['embed', 'live', 'shorts', 'v'].includes(first)
      ? second
      : url.searchParams.get('v');
    return id ? youtube(id) : undefined;
  }
  // A video that is not listed carries its key as the second part: /<id>/<key>.
  const [id = '', key = url.searchParams.get('h')] =
    first === 'video' ? [second] : [first, second || undefined];
  if (host !== 'vimeo.com' || !/^\d+$/.test(id)) return undefined;
  const unlisted = key ? `h=${encodeURIComponent(key)}&` : '';
  return {
    host: 'Vimeo',
    embed: `https://player.vimeo.com/video/${id}?${unlisted}dnt=1&autoplay=1`,
  };
}

function youtube(id: string): Player {
  const video = encodeURIComponent(id);
  return {
    host: 'YouTube',
    embed: `https://www.youtube-nocookie.com/embed/${video}?autoplay=1`,
  };
}
