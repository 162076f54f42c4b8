import { createHash } from 'node:crypto';

/**
 * The scripts that stand in a page itself, because they have to run before the first paint. The
 * policy lets in these texts and no other: print them as they are, with nothing around them.
 */
export const inlineScripts = {
  /** In the head: the chosen theme, and what `restoreTabs` calls. */
  early: `try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {}
function restoreTabs() {
  try {
    const tabs = document.currentScript.previousElementSibling;
    const wanted = localStorage.getItem('tabs:' + tabs.dataset.group);
    for (const label of tabs.querySelectorAll(':scope > .tab > label'))
      if (label.textContent === wanted) label.previousElementSibling.checked = true;
  } catch {}
}`,

  /** Right after a block of tabs with a group: opens the tab that was chosen last. */
  restoreTabs: 'restoreTabs()',

  /**
   * Right after the notices. The page may be older than a notice: the reader's clock decides, and
   * goes on deciding while the page stays open.
   */
  notices: `{
  const update = () => {
    for (const notice of document.querySelectorAll('[data-notice]')) {
      const { notice: id, start, end } = notice.dataset;
      let dismissed = null;
      try {
        dismissed = localStorage.getItem('notice:' + id);
      } catch {}
      const now = Date.now();
      notice.hidden =
        dismissed !== null ||
        (start && now < Date.parse(start)) ||
        (end && now >= Date.parse(end));
      notice.querySelector('button').onclick = () => {
        try {
          localStorage.setItem('notice:' + id, '1');
        } catch {}
        notice.hidden = true;
      };
    }
  };
  update();
  setInterval(update, 30000);
}`,
};

/** A page's inline scripts as sources of a policy's `script-src`. */
export const inlineScriptHashes = Object.values(inlineScripts).map(
  (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`,
);
