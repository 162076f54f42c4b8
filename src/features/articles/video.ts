import { escapeHtml } from '#src/components/html.ts';
import { iconSvg } from '#src/components/icon.ts';
import { messagesFor } from '#src/locales/messages.ts';
import { assetAddress, type References } from './references.ts';
import { playerOf } from '#src/features/content/video-player.ts';

/**
 * A video that loads nothing before it is asked for: a local file in the browser's own player,
 * a hosted one as a link that JavaScript turns into the host's player on click.
 */
export function videoHtml(
  references: References,
  title: string,
  src: string,
  poster?: string,
): string {
  const words = messagesFor(references.locale).article;
  const cover = poster
    ? ` style="background-image:url('${escapeHtml(assetAddress(references, poster))}')"`
    : '';
  const player = playerOf(src);
  if (player) {
    return `<figure class="video"><a class="video-cover" href="${escapeHtml(src)}" data-embed="${escapeHtml(player.embed)}"${cover}><span class="video-play">${iconSvg('play')}</span><span class="video-title">${escapeHtml(title)}<small>${escapeHtml(words.playsFrom(player.host))}</small></span></a></figure>`;
  }
  const image = poster ? ` poster="${escapeHtml(assetAddress(references, poster))}"` : '';
  return `<figure class="video"><video controls preload="none"${image} aria-label="${escapeHtml(title)}"><source src="${escapeHtml(assetAddress(references, src))}" type="video/mp4"></video><figcaption>${escapeHtml(title)}</figcaption></figure>`;
}
