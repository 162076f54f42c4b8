import { html, type Markup } from '#src/components/html.ts';
import { hueOf, initialsOf } from './avatar.ts';
import { uploadPath } from './upload.ts';

const SIDES = { small: 24, large: 96 };

/**
 * A member's picture, or signs of their name; its styles are avatar.css. The name stands beside
 * it, so that it says nothing to those who do not see it.
 * @param member whose handle is null for a former one, who has no picture
 * @param size beside a name, or on a page of its own
 */
export function avatarView(
  member: { handle: string | null; name: string; avatar: string | null },
  size: keyof typeof SIDES = 'small',
): Markup {
  const { handle, name, avatar } = member;
  if (handle === null) return html``;
  if (avatar === null) {
    return html`<span
      class="avatar ${size}"
      aria-hidden="true"
      data-hue="${hueOf(handle)}"
      data-initials="${initialsOf(name)}"
    ></span>`;
  }
  return html`<img
    class="avatar ${size}"
    src="${uploadPath(avatar)}"
    alt=""
    width="${SIDES[size]}"
    height="${SIDES[size]}"
    loading="lazy"
    decoding="async"
  />`;
}
