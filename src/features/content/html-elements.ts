const words = (list: string) => new Set(list.split(' '));

/** Elements that a body may contain. */
export const allowedElements = words(
  'a abbr address article aside audio b bdi bdo big blockquote br caption center cite code col ' +
    'colgroup data dd del details dfn div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 ' +
    'header hgroup hr i img ins kbd li main mark menu meter nav ol p picture pre progress q rp rt ' +
    'ruby s samp search section small source span strike strong sub summary sup svg math table tbody td ' +
    'tfoot th thead time tr track tt u ul var video wbr',
);

/** Elements that HTML knows and a body must not contain, with what to use instead. */
export const refusedElements = new Map<string, string>([
  ['iframe', 'embed a video with ::video, or link to the page'],
  ['embed', 'embed a video with ::video, or link to the file'],
  ['object', 'embed a video with ::video, or link to the file'],
  ['script', 'remove it'],
  ['style', "remove it: the site's look is set for all articles at once"],
  ...[
    ...words(
      'form input button select option optgroup textarea label fieldset legend datalist output ' +
        'link meta base title head body html template slot noscript frame frameset applet canvas ' +
        'dialog noembed noframes plaintext xmp area map param marquee blink',
    ),
  ].map((name): [string, string] => [name, 'remove it, or put it in backticks to show it']),
]);

/** Elements without content, which are never closed. */
export const voidElements = words(
  'area base br col embed hr img input link meta source track wbr param',
);

/** Elements whose closing tag HTML lets one leave out. */
export const selfEndingElements = words(
  'p li dt dd tr td th thead tbody tfoot rt rp option optgroup colgroup caption',
);

/** Elements whose content has names of its own. */
export const foreignElements = words('svg math');
