import { expect, test } from 'vitest';
import { faultsOf, oneArticle, PLACE } from './content-folder.ts';

const faulty: [name: string, body: string, faults: string[]][] = [
  // Blocks
  [
    'a misspelt block',
    ':::warnin\nText\n:::',
    ['5: there is no block called :::warnin, and write :::warning if you meant that'],
  ],
  [
    'a block like none',
    ':::carousel\nText\n:::',
    [
      '5: there is no block called :::carousel, and use one of: note, tip, warning, danger, tabs, tab, steps, details, video, snippet, kbd, or put the text in backticks',
    ],
  ],
  [
    'a misspelt line',
    'Text\n\n::vide[Demo]{src="https://youtu.be/x"}',
    ['7: there is no block called ::vide, and write ::video[Title]{src="…"} if you meant that'],
  ],
  [
    'a misspelt mark',
    'Press :kdb[Ctrl+K] now.',
    ['5: there is no block called :kdb, and write :kbd[Ctrl+K] if you meant that'],
  ],
  [
    'too few colons',
    '::note[Title]',
    ['5: ::note has the wrong number of colons, and write :::note'],
  ],
  [
    'a block in a sentence',
    'See :note[this].',
    ['5: :note has the wrong number of colons, and write :::note, on a line of its own'],
  ],
  [
    'too many colons',
    ':::video[Demo]{src="https://youtu.be/x"}\n:::',
    ['5: :::video has the wrong number of colons, and write ::video[Title]{src="…"}'],
  ],
  [
    'an unknown attribute',
    '::::tabs{groop="os"}\n:::tab[A]\nText\n:::\n::::',
    ['5: tabs knows no "groop", and write group="…" if you meant that'],
  ],
  [
    'a block that never ends',
    'Text\n\n:::note\nText',
    ['7: the block :::note never ends, and put a line of ::: after it'],
  ],
  [
    'blocks in blocks with equal colons',
    ':::tabs\n:::tab[A]\nText\n:::\n:::',
    [
      '6: the end of tab also ends tabs around it, and begin and end tabs with ::::',
      '9: this ::: ends no block, and remove it, or give a block that contains others more colons than they have',
    ],
  ],
  [
    'a title after a space',
    ':::note Careful\nText\n:::',
    [
      '5: "Careful" after :::note would be lost, and put it in square brackets, :::note[Careful], or on the next line',
    ],
  ],
  [
    'more after the title',
    '::::tabs{group="os"}\n:::tab[A] or B\nText\n:::\n::::',
    [
      '6: "or B" after :::tab would be lost, and put it in square brackets, :::tab[or B], or on the next line',
    ],
  ],
  [
    'a name after a space',
    '- ::: tip\n  Text',
    [
      '5: ::: tip starts no block here, and write :::tip, without a space after the colons and alone on its line',
    ],
  ],
  [
    'more after a video',
    '::video[Demo]{src="https://youtu.be/x"} now',
    [
      '5: ::video starts no block here, and write ::video[Title]{src="…"}, without a space after the colons and alone on its line',
    ],
  ],
  [
    'a tab outside tabs',
    ':::tab[A]\nText\n:::',
    ['5: a tab stands outside tabs, and put ::::tabs before the first and :::: after the last tab'],
  ],
  [
    'a tab without a label',
    '::::tabs\n:::tab\nText\n:::\n::::',
    ['6: the tab has no label, and write it in square brackets: :::tab[macOS]'],
  ],
  [
    'tabs without a tab',
    ':::tabs\nText\n:::',
    ['5: the tabs have no tab, and put :::tab[…] blocks in them'],
  ],
  [
    'text between tabs',
    '::::tabs\nText\n:::tab[A]\nText\n:::\n::::',
    [
      '5: something in these tabs stands in no tab, and move it into one of them, or out of the tabs',
    ],
  ],
  [
    'steps without numbers',
    ':::steps\n- One\n- Two\n:::',
    ['5: the steps have no numbered list, and begin each step with 1. and a space'],
  ],
  [
    'details without a label',
    ':::details\nText\n:::',
    [
      '5: warning: the details have nothing to click on, and write it in square brackets: :::details[What you click on]',
    ],
  ],
  [
    'a video without a source',
    '::video[Demo]',
    ['5: the video has no source, and add {src="…"} with an address or an .mp4 file'],
  ],
  [
    'a video without a title',
    '::video{src="https://youtu.be/x"}',
    ['5: warning: the video has no title, and write it in square brackets: ::video[Title]'],
  ],
  [
    'a video from anywhere',
    '::video[Demo]{src="https://example.com/watch"}',
    [
      '5: https://example.com/watch cannot be played, and use a video at YouTube or Vimeo, or an .mp4 file',
    ],
  ],
  [
    'code that never ends',
    'Text\n\n```js\nconst a = 1;\n\n## Not a heading',
    ['7: warning: this block of code never ends, and put a line of ``` after it'],
  ],

  [
    'a space in a link',
    'Text\n[A file](./my file.md) and ![x](../a b.png)',
    [
      '6: ../a b.png is no link, because it has a space in it, and write ../a%20b.png',
      '6: ./my file.md is no link, because it has a space in it, and write ./my%20file.md',
    ],
  ],

  // Headings
  [
    'a heading of the first level',
    '# Title\n\nText',
    [
      '5: warning: the title is the heading of the first level already, and begin this heading with two hash signs',
    ],
  ],
  [
    'two headings with one anchor',
    '## One {#a}\n\n## Two {#a}',
    [
      '7: #a is the anchor of another heading of this article already, and give this heading another one in {#…}',
    ],
  ],

  // HTML
  [
    'a placeholder',
    'Open <your-url> now.',
    [
      '5: <your-url> is no HTML element, so readers would not see it, and if it is a placeholder, put it in backticks: `<your-url>`',
    ],
  ],
  [
    'a placeholder of two words',
    'Hello <first name>!',
    [
      '5: <first name> is no HTML element, so readers would not see it, and if it is a placeholder, put it in backticks: `<first name>`',
    ],
  ],
  [
    'a placeholder on a line of its own',
    'Text\n\n<token>\n\nText',
    [
      '7: <token> is no HTML element, so readers would not see it, and if it is a placeholder, put it in backticks: `<token>`',
    ],
  ],
  [
    'a placeholder in capitals, as written',
    'Hello <YOUR-NAME>!',
    [
      '5: <YOUR-NAME> is no HTML element, so readers would not see it, and if it is a placeholder, put it in backticks: `<YOUR-NAME>`',
    ],
  ],
  [
    'a misspelt element',
    '<detials>\nText\n</detials>',
    [
      '5: <detials> is no HTML element, so readers would not see it, and if it is a placeholder, put it in backticks: `<detials>`, or write <details> if you meant that',
      '7: </detials> is no HTML element, and remove it, or put it in backticks',
    ],
  ],
  [
    'an element that is never closed',
    'Some <b>bold text.\n\nMore.',
    [
      '5: <b> is never closed, and put </b> after it in the same paragraph or block, or, if it is a placeholder, put it in backticks: `<b>`',
    ],
  ],
  [
    'a block that is never closed',
    '<details>\n<summary>More</summary>\n\nText',
    [
      '5: <details> is never closed, and put </details> after it in the same paragraph or block, or, if it is a placeholder, put it in backticks: `<details>`',
    ],
  ],
  [
    'elements that cross',
    '<b><i>x</b></i>',
    [
      '5: </i> ends nothing that starts here, and remove it, or put <i> before it',
      '5: <i> is never closed, and put </i> after it in the same paragraph or block, or, if it is a placeholder, put it in backticks: `<i>`',
    ],
  ],
  [
    'an element closed in the next paragraph',
    '<b>One\n\nTwo</b>',
    [
      '5: <b> is never closed, and put </b> after it in the same paragraph or block, or, if it is a placeholder, put it in backticks: `<b>`',
      '7: </b> ends nothing that starts here, and remove it, or put <b> before it',
    ],
  ],
  [
    'a comment that never ends',
    '<!-- note\n\nText',
    ['5: this comment never ends, and put --> after it'],
  ],
  [
    'a script',
    'Text\n\n<script>alert(1)</script>',
    ['7: <script> is not allowed in an article, and remove it'],
  ],
  [
    'a frame',
    '<iframe src="https://example.com"></iframe>',
    [
      '5: <iframe> is not allowed in an article, and embed a video with ::video, or link to the page',
    ],
  ],
  [
    'styles',
    '<style>p { color: red }</style>',
    [
      "5: <style> is not allowed in an article, and remove it: the site's look is set for all articles at once",
    ],
  ],
  [
    'a form',
    'A <button>button</button>',
    ['5: <button> is not allowed in an article, and remove it, or put it in backticks to show it'],
  ],
  [
    'an event handler',
    '<p\n  onclick="go()">x</p>',
    ['5: onclick on <p> would run a script, and remove it'],
  ],
  [
    'a script in an address',
    '<a href="java&#115;cript&colon;go()">x</a>',
    ['5: the href of <a> would run a script, and write an address that starts with https://'],
  ],
  [
    'a relative path in HTML',
    'A <a href="./vote.md">link</a>',
    ['5: the path ./vote.md in HTML is not followed, and write it as Markdown: […](./vote.md)'],
  ],
  [
    'an anchor in HTML that is not there',
    '<a href="#gone">x</a>',
    ['5: there is no section #gone in this article, and use the anchor of one of its headings'],
  ],
];

test.each(faulty)('%s', async (_, body, faults) => {
  expect(await faultsOf(oneArticle(body))).toEqual(faults.map((fault) => `${PLACE}:${fault}`));
});

const sound: [name: string, body: string][] = [
  [
    'every block',
    `:::note[Title]\nText\n:::\n\n:::details[More]\n:::\n\n:::steps\n1. One\n\n2. Two\n:::`,
  ],
  [
    'blocks in blocks',
    ':::::details[More]\n::::tabs{group="os"}\n:::tab[A]\nText\n:::\n:::tab[B]\nText\n:::\n::::\n:::::',
  ],
  ['a block in a list', '1. One\n\n   :::tip\n   Text\n   :::\n\n2. Two'],
  ['a block in a quotation', '> :::tip\n> Text\n> :::'],
  [
    'colons in prose',
    'At 10:30, key:value, key:value[1], note: see :smile: and a::b, C::x{}, ratio 3:1[^1]\n\n[^1]: x',
  ],
  ['a block shown as code', '```md\n:::warnin\n```\n\n`:::warnin` and `<your-url>`'],
  ['a longer fence', '````md\n```js\nx\n```\n````\n\n~~~\nx\n~~~'],
  ['code in a list', '- a\n\n  ```sh\n  npm start\n  ```'],
  ['indented code', 'Text\n\n    <your-url> :::note'],
  [
    'HTML across lines',
    '<details>\n<summary>More</summary>\n\nText with <b>bold</b>, H<sub>2</sub>O<br>and <br/> more.\n\n</details>',
  ],
  ['elements that end by themselves', '<ul>\n<li>One\n<li>Two\n</ul>'],
  [
    'a drawing',
    '<svg viewBox="0 0 1 1"><path d="M0 0"/><linearGradient id="g"></linearGradient></svg>',
  ],
  ['a comment', 'Text <!-- <your-url> --> text.\n\n<!--\n<script>\n-->'],
  ['addresses in angle brackets', '<https://example.com> <me@example.com>'],
  ['escaped and mathematical', '\\<your-url> a < b and c > d, &lt;your-url&gt;'],
  ['links in HTML', '<a href="https://example.com" title="a > b">x</a>'],
];

test.each(sound)('no fault: %s', async (_, body) => {
  expect(await faultsOf(oneArticle(body))).toEqual([]);
});
