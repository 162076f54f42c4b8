/**
 * Forty questions as a community around Helpmark might ask them, with the twelve people who ask
 * and answer. The four who are more than members are those who keep the manual's articles.
 *
 * Each state that a page or a list has to show is here at least once, so that whoever looks at a
 * sown site has seen them all:
 * - six unanswered: four of the last two days, and one that five others share;
 * - ten answered without an accepted answer: among them two duplicates, and what has no one answer;
 * - twenty-four solved: by staff and by members, by the first answer and by a later one with fewer
 *   votes, at once and after nine answers or a long exchange of comments;
 * - votes down, a title of nearly full length, code, lists, quotes, a table, texts of two lines.
 *
 * What moderators and newcomers do stands in `happenings.ts`.
 * Questions stand in the order in which they were asked, and so do the answers below each.
 * Nothing here reads a clock: all times are relative to the moment of sowing.
 */
export interface SeedMember {
  handle: string;
  name: string;
  role: 'member' | 'author' | 'moderator' | 'admin';
  about: string;
  /** Joined so long ago. */
  daysAgo: number;
}

export interface SeedComment {
  by: string;
  /** After the question or answer that it stands under. */
  hoursLater: number;
  body: string;
}

/** By the handle of who voted; never the writer's own. */
export type SeedVotes = Record<string, 1 | -1>;

export interface SeedAnswer {
  by: string;
  /** After the question. */
  hoursLater: number;
  body: string;
  votes?: SeedVotes;
  comments?: SeedComment[];
}

export interface SeedQuestion {
  asker: string;
  daysAgo: number;
  category: 'using' | 'writing' | 'operating' | 'concepts';
  title: string;
  /** Markdown, like the bodies of answers and comments. */
  body: string;
  tags: string[];
  /** The article it was asked from, as `category/slug`. */
  article?: string;
  answers: SeedAnswer[];
  /** Index of the accepted answer. */
  accepted?: number;
  comments?: SeedComment[];
  votes?: SeedVotes;
  /** Members with the same question. */
  same?: string[];
  /** Index of the question that was asked before. */
  duplicateOf?: number;
}

export const members: SeedMember[] = [
  {
    handle: 'tomas',
    name: 'Tomas Brandt',
    role: 'admin',
    about: 'Keeps the servers and the articles about keeping servers.',
    daysAgo: 96,
  },
  {
    handle: 'joana',
    name: 'Joana Reis',
    role: 'moderator',
    about: 'Fifteen years on the support side of the desk; here to keep the place kind.',
    daysAgo: 95.5,
  },
  {
    handle: 'mara',
    name: 'Mara Lindholm',
    role: 'author',
    about: 'Writes about writing, and rewrites it when you vote no.',
    daysAgo: 95,
  },
  {
    handle: 'yuki',
    name: 'Yuki Aoyama',
    role: 'author',
    about: 'Looks after the numbers, and after what they cannot say.',
    daysAgo: 94.2,
  },
  {
    handle: 'meera',
    name: 'Meera Iyer',
    role: 'member',
    about: 'Technical writer; has documented everything from lathes to loyalty cards.',
    daysAgo: 71,
  },
  {
    handle: 'lars',
    name: 'Lars Nygaard',
    role: 'member',
    about: 'Runs the machines of a housing co-operative near Bergen, and its help center too.',
    daysAgo: 68.4,
  },
  {
    handle: 'sofia',
    name: 'Sofia Markou',
    role: 'member',
    about: 'Support lead at a chain of bicycle shops.',
    daysAgo: 66,
  },
  {
    handle: 'minh',
    name: 'Minh Trần',
    role: 'member',
    about: 'Developer who drifted into docs and stayed.',
    daysAgo: 63.7,
  },
  {
    handle: 'adaeze',
    name: 'Adaeze Okafor',
    role: 'member',
    about: 'Head of help at a payment company in Lagos.',
    daysAgo: 60,
  },
  {
    handle: 'wanjiru',
    name: 'Wanjiru Kamau',
    role: 'member',
    about: 'Coordinates the volunteers who answer questions for a network of libraries.',
    daysAgo: 57.1,
  },
  {
    handle: 'diego',
    name: 'Diego Salazar',
    role: 'member',
    about: 'The whole IT department of a school in Oaxaca.',
    daysAgo: 52,
  },
  {
    handle: 'omar',
    name: 'Omar Haddad',
    role: 'member',
    about: 'Translates manuals into Arabic and finds the gaps in the originals on the way.',
    daysAgo: 49.3,
  },
];

export const questions: SeedQuestion[] = [
  {
    asker: 'meera',
    daysAgo: 46.2,
    category: 'writing',
    title: 'Same paragraph in twenty articles: how do I stop copying it?',
    body: `Our return period stands in about twenty articles. Last week it went from 14 to 30 days, and I found the last "14" yesterday, with the help of an angry customer.

Is there some kind of include? I would also like to know

- whether it may contain a link,
- what happens in the German articles, where we have not translated everything.`,
    tags: ['snippets', 'reuse'],
    article: 'writing/snippets',
    votes: { sofia: 1, wanjiru: 1, omar: 1, adaeze: 1 },
    same: ['sofia', 'wanjiru'],
    answers: [
      {
        by: 'mara',
        hoursLater: 2.1,
        body: `Yes, a snippet. Put the paragraph into a file of its own:

~~~md
Send it back within **30 days**, even if you have tried it.
~~~

Save it as \`content/snippets/en/return-period.md\`, without any front matter, and include it where you need it, in a paragraph of its own:

~~~md
::snippet{name="return-period"}
~~~

To your two points:

- It may contain whatever an article may contain. A relative link is followed from where the snippet lies, so one link serves all twenty articles.
- A German article takes \`content/snippets/de/return-period.md\` if there is one, and the English text otherwise.

The whole story is in [Reuse text with snippets](/articles/writing/snippets).`,
        votes: { meera: 1, sofia: 1, wanjiru: 1, minh: 1, omar: 1 },
        comments: [
          {
            by: 'meera',
            hoursLater: 5.4,
            body: 'Nineteen copies fewer. Thank you, Mara.',
          },
          {
            by: 'minh',
            hoursLater: 20,
            body: 'Worth knowing before you do it to twenty pages at once: for the votes, a change in the snippet is an edit of each article that includes it.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'lars',
    daysAgo: 44.6,
    category: 'operating',
    title: 'First start was with sudo, now the service account is refused its own data folder',
    body: `I tried Helpmark quickly with \`sudo npm start\` on the new machine. It worked, so I wrote a unit with \`User=helpmark\`. Now it stops at once:

~~~text
DATA_DIR: expected a folder of the account that starts Helpmark, but /srv/helpmark/.data/postgres belongs to another account (number 111); start as that account or as root, or choose another folder
~~~

Number 111 is \`postgres\`. I never told it to use that one. There are a few dozen votes in there already and I would like to keep them.`,
    tags: ['postgresql', 'permissions', 'systemd'],
    article: 'operating/database',
    votes: { minh: 1, diego: 1, adaeze: 1 },
    answers: [
      {
        by: 'diego',
        hoursLater: 1.2,
        body: 'I had this as well. I removed `User=` from the unit and let it run as root. It has been fine for a month.',
        votes: { minh: -1, lars: -1 },
        comments: [
          {
            by: 'minh',
            hoursLater: 0.6,
            body: 'It works, but then the web server is root as well. Only PostgreSQL changes its account.',
          },
          {
            by: 'diego',
            hoursLater: 0.9,
            body: 'That I did not know. I will change mine too.',
          },
        ],
      },
      {
        by: 'minh',
        hoursLater: 3.5,
        body: `PostgreSQL refuses to run as root, so when root starts Helpmark, the database runs as \`postgres\` (or \`nobody\`, where there is no such account) and the folder is given to it. See [Root and ordinary users](/articles/operating/database#root-and-ordinary-users).

To keep the votes, carry them over in a file. As root, from the folder of the checkout:

~~~sh
npm run db -- dump /var/tmp/helpmark.dump
chown helpmark /var/tmp/helpmark.dump
install -d -o helpmark /var/lib/helpmark
~~~

Then as \`helpmark\`, into a new data folder:

~~~sh
DATA_DIR=/var/lib/helpmark npm run db -- restore /var/tmp/helpmark.dump --yes
~~~

And a line in the unit: \`Environment=DATA_DIR=/var/lib/helpmark\`.

The \`chown\` of the dump is needed because only the account that wrote it may read it. Root has also made \`node_modules\`, \`dist\` and \`.cache\`; give these to \`helpmark\` or delete them, the next start makes them again.`,
        votes: { lars: 1, diego: 1, tomas: 1, adaeze: 1, wanjiru: 1 },
        comments: [
          {
            by: 'lars',
            hoursLater: 1.1,
            body: 'Could I not simply `chown -R helpmark .data` and be done?',
          },
          {
            by: 'minh',
            hoursLater: 1.4,
            body: 'Perhaps. I would want a dump in my hand before I tried, and with the dump in my hand I no longer need to try.',
          },
          {
            by: 'lars',
            hoursLater: 1.6,
            body: 'Fair point. Dumped, chowned, restored. But now `npm start` says `EACCES` on `.cache`.',
          },
          {
            by: 'minh',
            hoursLater: 1.9,
            body: 'That is the last paragraph. Root made that folder; `rm -rf .cache dist` as root and go on.',
          },
          {
            by: 'lars',
            hoursLater: 2.5,
            body: 'Right, I had stopped reading at the code. It runs, and `npm run insights` shows the same numbers as before.',
          },
          {
            by: 'tomas',
            hoursLater: 16,
            body: 'All correct. Keep the old `.data` until you have seen a few new votes arrive, and delete it then.',
          },
          {
            by: 'lars',
            hoursLater: 51,
            body: 'Four new votes since. Old folder deleted, unit runs as `helpmark`. Good night.',
          },
        ],
      },
    ],
    accepted: 1,
  },
  {
    asker: 'wanjiru',
    daysAgo: 43.1,
    category: 'using',
    title: 'Can I have the dark pages here only, and leave my laptop light?',
    body: 'My eyes are tired in the evening, but everything else on my laptop should stay as it is. Is there a switch I have not seen?',
    tags: ['dark-mode', 'reading'],
    article: 'using/appearance',
    same: ['adaeze'],
    answers: [
      {
        by: 'sofia',
        hoursLater: 0.7,
        body: 'Press **Appearance**, up in the header of every page, until it says *Dark*. Your browser keeps that for this site, and the rest of the laptop stays as it is. More in [Light, dark, larger text, paper](/articles/using/appearance).',
        votes: { wanjiru: 1, meera: 1 },
        comments: [
          {
            by: 'wanjiru',
            hoursLater: 0.3,
            body: 'I took it for a decoration! Thank you.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'sofia',
    daysAgo: 41.8,
    category: 'writing',
    title: 'redirectFrom is refused although the address is really the old one',
    body: `I moved an article from *shop* to *orders* and want the old address to go on working. The new file begins like this:

~~~yaml
---
title: Return a bicycle
owner: sofia
redirectFrom:
  - /articles/shop/returns
---
~~~

The check says no:

> articles/en/orders/returns.md:5: /articles/shop/returns is still the address of articles/en/shop/returns.md, and remove it, or move what stands there

But it **is** the old address. I copied it from the browser. What does it want from me?`,
    tags: ['redirects', 'content-check'],
    article: 'writing/links-and-anchors',
    votes: { meera: 1, adaeze: 1 },
    answers: [
      {
        by: 'diego',
        hoursLater: 0.5,
        body: 'Your front matter looks right to me. Maybe something old is kept somewhere. Try to delete `.cache` and `dist` and check again?',
        votes: { minh: -1 },
        comments: [
          {
            by: 'minh',
            hoursLater: 1.3,
            body: 'The check reads the content folder and nothing else, so a cache cannot be the reason.',
          },
        ],
      },
      {
        by: 'meera',
        hoursLater: 2.8,
        body: `For everybody who comes here with a move, the order that never fails me:

1. \`git mv\` the file, so that it stands in one place only.
2. Write the old address into \`redirectFrom\`, from the first slash on, without host, \`?\` and \`#\`.
3. \`npm run content:check\`. It shows you, with file and line, who still links to the old path.
4. Mend those, and commit all of it together.

Readers with the old address are then sent on with a 301. The long form is under [Move an article](/articles/writing/links-and-anchors#move-an-article).`,
        votes: { wanjiru: 1, adaeze: 1, minh: 1, omar: 1, lars: 1, sofia: 1 },
      },
      {
        by: 'mara',
        hoursLater: 4.2,
        body: `Look at the second half of the message: there is still a file \`articles/en/shop/returns.md\`. I think you copied the article instead of moving it. As long as the old one stands there, its address cannot lead elsewhere.

~~~sh
git rm content/articles/en/shop/returns.md
npm run content:check
~~~

Your front matter is right as it is.`,
        votes: { sofia: 1, meera: 1, minh: 1 },
        comments: [
          {
            by: 'sofia',
            hoursLater: 0.4,
            body: 'It was sitting there all the time. That did it, thank you!',
          },
        ],
      },
    ],
    accepted: 2,
  },
  {
    asker: 'adaeze',
    daysAgo: 40.3,
    category: 'concepts',
    title: 'Why is an article with nothing but "no" not at the top of the list?',
    body: `In our \`npm run insights\` the first row is an article with 12 yes of 40. Further down stands one with **0 of 1**. Zero is worse than 30 %, is it not? I would have expected it on top.`,
    tags: ['helpfulness', 'insights', 'statistics'],
    article: 'concepts/helpfulness',
    votes: { meera: 1, diego: 1, minh: 1 },
    answers: [
      {
        by: 'yuki',
        hoursLater: 6.5,
        body: `Because one vote is hardly any knowledge. The list is sorted by the **upper** end of the 95 % interval, that is, by the kindest reading of the votes that is still reasonable:

- 12 of 40: between 18 and 45 %. Even kindly read, fewer than half were helped.
- 0 of 1: between 0 and 79 %. It may be bad. It may also be a good article that met one unlucky reader.

So the first is worse as far as anybody can tell, and it has forty readers behind it. The arithmetic is in [Helpfulness and the Wilson interval](/articles/concepts/helpfulness#how-it-sorts-a-list).`,
        votes: { adaeze: 1, meera: 1, minh: 1, sofia: 1, joana: 1, lars: 1 },
        comments: [
          {
            by: 'adaeze',
            hoursLater: 1,
            body: 'Then the single "no" is not lost, it waits for company. I can explain that to my team.',
          },
        ],
      },
      {
        by: 'minh',
        hoursLater: 9.1,
        body: 'I still open the ones with a single "no" when there is a comment. The order tells me where to begin, not what to read.',
        votes: { yuki: 1, wanjiru: 1 },
      },
    ],
    accepted: 0,
  },
  {
    asker: 'sofia',
    daysAgo: 38.7,
    category: 'operating',
    title: 'Every address in our sitemap begins with http://localhost:4321',
    body: `The site itself is fine: https, the right name, all links work. But the sitemap and the feed are full of \`http://localhost:4321/articles/…\`, and a search engine has begun to complain.

Our server is started with \`SITE_URL=https://help.example.com npm start\`. New articles come in by \`git pull && npm run build\`, which I run by hand.`,
    tags: ['site-url', 'sitemap'],
    article: 'operating/reverse-proxy',
    votes: { diego: 1, lars: 1 },
    same: ['diego', 'adaeze'],
    answers: [
      {
        by: 'minh',
        hoursLater: 1.6,
        body: `It is the build by hand. The address is part of the pages, so the **build** has to know it, and yours runs without the variable. Give it the same ones as the server:

~~~sh
git pull
SITE_URL=https://help.example.com npm run build
~~~

Or write the line \`SITE_URL=https://help.example.com\` into a file named \`.env\` in the checkout; both commands read it, and you cannot forget it any more. The running server notices the new build by itself.

See [Update Helpmark](/articles/operating/updating#new-articles-only).`,
        votes: { sofia: 1, lars: 1, tomas: 1, adaeze: 1 },
        comments: [
          {
            by: 'sofia',
            hoursLater: 2.2,
            body: 'The `.env` it is. I do not trust my memory on a Friday.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'diego',
    daysAgo: 37.2,
    category: 'writing',
    title: 'The check says that my web address is no HTML element',
    body: `I have this sentence for our teachers:

    Open https://<your-school>/admin in the browser.

and I get this:

> \`<your-school>\` is no HTML element, so readers would not see it, and if it is a placeholder, put it in backticks

I do not write HTML. It is only an example of an address!`,
    tags: ['content-check', 'markdown'],
    article: 'writing/checking-content',
    answers: [
      {
        by: 'omar',
        hoursLater: 1.9,
        body: `Markdown allows HTML, so everything between \`<\` and \`>\` may be an element. A browser would take \`<your-school>\` for one that it does not know, and your teachers would read "Open https:///admin". The check saves you from that.

Make it code, with a backtick on either side of the address:

~~~md
Open \`https://<your-school>/admin\` in the browser.
~~~

There is a section about exactly this: [Check your content, HTML](/articles/writing/checking-content#html).`,
        votes: { diego: 1, meera: 1, wanjiru: 1 },
        comments: [{ by: 'diego', hoursLater: 0.8, body: 'Works. And it looks better, too.' }],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'minh',
    daysAgo: 35.9,
    category: 'using',
    title: 'Plain text of all articles for a script?',
    body: `I want to hand our articles to an internal assistant every night. Scraping the HTML would be silly when the sources are Markdown anyway. I cannot reach the repository from that machine, only the site.`,
    tags: ['markdown', 'assistants', 'api'],
    article: 'using/copy-as-markdown',
    answers: [
      {
        by: 'lars',
        hoursLater: 3,
        body: `Add \`.md\` to the address of any article and you get its Markdown, with snippets put in place and links made complete. And \`/llms.txt\` lists all articles of the default language with exactly these addresses. So:

~~~sh
curl -s https://help.example.com/llms.txt |
  grep -o 'https://[^)]*\\.md' |
  xargs -n 1 curl -sO
~~~

Mind that \`-O\` names files by the last part of the address, so two articles of the same name in different categories overwrite each other. Details: [Copy an article as Markdown](/articles/using/copy-as-markdown).`,
        votes: { minh: 1, meera: 1, diego: 1 },
        comments: [
          {
            by: 'minh',
            hoursLater: 1.5,
            body: 'Lovely. I used `--create-dirs` and an output path made from the category, and that settles the names.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'adaeze',
    daysAgo: 34.1,
    category: 'operating',
    title: '"Too many votes" for people who vote for the first time in their life',
    body: `Since we announced the new help center, customers write to us that the form says *Too many votes. Please try again in 7 minutes.* They are in different cities and have voted once, or never.

In front of Helpmark we have a CDN, then our own nginx, then the server. \`TRUST_PROXY=1\` is set, because there is one nginx.

What I have tried so far:

1. restarted everything,
2. voted from my phone over mobile data: refused,
3. looked into the log: nothing.`,
    tags: ['trust-proxy', 'rate-limits', 'nginx'],
    article: 'operating/configuration',
    votes: { lars: 1, minh: 1, tomas: 1 },
    answers: [
      {
        by: 'diego',
        hoursLater: 0.4,
        body: 'Is there a setting to make the limit higher? For an announcement it may simply be too low.',
        comments: [
          {
            by: 'lars',
            hoursLater: 0.5,
            body: 'None that I know of, and it would only hide what is wrong here.',
          },
        ],
      },
      {
        by: 'tomas',
        hoursLater: 1.8,
        body: `The CDN counts too. Every machine that adds to \`X-Forwarded-For\` is one, so with a CDN and an nginx you need

~~~sh
TRUST_PROXY=2
~~~

With 1, the server believes that the address next to your nginx is the reader's. That is the CDN, so all who come through the same machine of the CDN share one limit, 150 votes in ten minutes. A loud announcement reaches that.

Two things to check while you are there:

- nginx must **add** to the header rather than replace it: \`proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;\`
- Nobody should be able to reach nginx past the CDN. Otherwise they could write the header themselves.

The table is under [TRUST_PROXY](/articles/operating/configuration#trust_proxy).`,
        votes: { adaeze: 1, lars: 1, minh: 1, diego: 1, meera: 1 },
        comments: [
          {
            by: 'adaeze',
            hoursLater: 1.2,
            body: 'Changed to 2, restarted, my phone may vote again, and so may Port Harcourt. Thank you, Tomas.',
          },
        ],
      },
    ],
    accepted: 1,
  },
  {
    asker: 'meera',
    daysAgo: 32.5,
    category: 'writing',
    title: 'When do you split an article in two?',
    body: `I inherited a help center with articles of 3,000 words. I know the sentence "one question, one article", and I believe it, but when I sit in front of one of these I never know where to cut, or whether.

How do **you** decide? Rules of thumb are welcome, the odder the better. I will accept the one that I end up using.`,
    tags: ['style', 'structure'],
    article: 'writing/writing-well',
    votes: { wanjiru: 1, omar: 1, sofia: 1, adaeze: 1, mara: 1, joana: 1 },
    answers: [
      {
        by: 'sofia',
        hoursLater: 0.9,
        body: 'I read our inbox. If people quote one section again and again and never the rest, that section wants to be an article.',
        votes: { meera: 1, wanjiru: 1 },
      },
      {
        by: 'diego',
        hoursLater: 1.3,
        body: 'When I have to scroll more than three times on my phone.',
        votes: { omar: 1 },
        comments: [
          {
            by: 'omar',
            hoursLater: 2,
            body: 'Crude, and I have never seen it fail.',
          },
        ],
      },
      {
        by: 'mara',
        hoursLater: 3.6,
        body: 'Say aloud: "The reader wants to…" and finish the sentence. If you need an *and*, there are two articles. This is the test from [Write for people in a hurry](/articles/writing/writing-well#one-question-one-article), and I use it before I write rather than after.',
        votes: { meera: 1, sofia: 1, adaeze: 1, joana: 1, minh: 1 },
      },
      {
        by: 'yuki',
        hoursLater: 5,
        body: 'By what readers say. When they vote *No* they can name the section that they mean. If those sections are always different ones, one number is standing for several articles, and you cannot tell which of them fails.',
        votes: { meera: 1, adaeze: 1, minh: 1 },
      },
      {
        by: 'lars',
        hoursLater: 8.2,
        body: `By the kind of person. Our "heating" article was half for tenants and half for caretakers:

- tenants wanted *It is cold, whom do I call?*
- caretakers wanted valve numbers.

Neither ever read the other half.`,
        votes: { meera: 1, wanjiru: 1, sofia: 1, tomas: 1 },
      },
      {
        by: 'adaeze',
        hoursLater: 11.7,
        body: 'More than nine steps, or two lists of steps with different beginnings.',
        votes: { sofia: 1 },
      },
      {
        by: 'wanjiru',
        hoursLater: 20.5,
        body: `I try to write the title first. If the honest title of the article is a *topic* ("Library cards"), I cut until every part has a title that is a *thing somebody does*: get a card, replace a lost card, lend it to a child.

The parts that find no such title are usually the ones that nobody needs, and I delete them.`,
        votes: { meera: 1, omar: 1, mara: 1, joana: 1 },
        comments: [
          {
            by: 'meera',
            hoursLater: 30,
            body: 'I have now done eleven of the monsters in this way, and about a third of each went into the bin. This is the one.',
          },
          {
            by: 'wanjiru',
            hoursLater: 31,
            body: 'The bin is where the reading time comes from!',
          },
        ],
      },
      {
        by: 'omar',
        hoursLater: 26,
        body: "A translator's rule: if I translate half of it and that half is already useful on its own, it was two articles.",
        votes: { yuki: 1, meera: 1 },
      },
      {
        by: 'joana',
        hoursLater: 44.8,
        body: 'One word of warning after all this good advice: do not split so far that people must open four pages to do one thing. If B is useless without A, they are one article with two headings.',
        votes: { meera: 1, mara: 1, lars: 1 },
      },
    ],
    accepted: 6,
  },
  {
    asker: 'meera',
    daysAgo: 31,
    category: 'concepts',
    title: 'I rewrote an article and all of its 45 votes are gone',
    body: `Yesterday \`en/orders/shipping\` had 18 yes of 45. I rewrote it from top to bottom, pushed it, and now \`npm run insights\` shows 2 votes. Did my push delete something? I would hate to lose the *before*, it was the reason for the rewrite.`,
    tags: ['series', 'insights'],
    article: 'concepts/series',
    votes: { adaeze: 1, sofia: 1 },
    answers: [
      {
        by: 'yuki',
        hoursLater: 2.4,
        body: `Nothing is lost. A vote counts for the text that its reader saw, so a rewrite begins a new **series** with a count of its own. The old one is kept, and you find it in the last column of the same row:

~~~text
Article             n  yes  Helpfulness  Change
en/orders/shipping  2    2  2 of 2       no evidence yet, before 18 of 45
~~~

Once the new series has ten votes as well, the difference and its interval appear there, and in time perhaps *better* or *worse*.

Had you changed fewer than 5 % of the words, the old count would have gone on. See [Series and edit verdicts](/articles/concepts/series).`,
        votes: { meera: 1, adaeze: 1, sofia: 1, mara: 1 },
        comments: [
          {
            by: 'meera',
            hoursLater: 0.9,
            body: 'There it is, at the far right, where my terminal had wrapped it. Relieved.',
          },
          {
            by: 'adaeze',
            hoursLater: 6,
            body: 'So the temptation is to change 6 % of the words whenever the number is ugly?',
          },
          {
            by: 'yuki',
            hoursLater: 7.5,
            body: 'The ugly number then stands beside the new one as *before*, for everybody to see.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'diego',
    daysAgo: 29.4,
    category: 'using',
    title: 'Pressed No under an article by accident. Can I take it back?',
    body: 'My thumb was faster than my head. The article was in fact perfect and I feel bad for whoever wrote it.',
    tags: ['feedback'],
    article: 'using/feedback',
    answers: [
      {
        by: 'minh',
        hoursLater: 0.3,
        body: 'Clear your cookies and vote again, then it counts as new.',
        votes: { sofia: -1, lars: -1 },
        comments: [
          {
            by: 'lars',
            hoursLater: 0.5,
            body: 'There is no cookie in it. And it should replace the old vote, not count as a new one.',
          },
        ],
      },
      {
        by: 'sofia',
        hoursLater: 1.1,
        body: `Open the article again **in the same browser** and press *Yes*. The new vote takes the place of the old one.

Do it today: without an account you can be recognized for one to two days only, and later your *Yes* would be counted beside the *No*. From another device it would be, too.

[Say whether an article helped](/articles/using/feedback#change-your-mind) has the details.`,
        votes: { diego: 1, joana: 1, minh: 1 },
        comments: [
          {
            by: 'minh',
            hoursLater: 0.2,
            body: 'I stand corrected, this is right.',
          },
          { by: 'diego', hoursLater: 0.6, body: 'Done, and the writer and I are friends again.' },
        ],
      },
    ],
    accepted: 1,
  },
  {
    asker: 'omar',
    daysAgo: 28,
    category: 'writing',
    title: 'Tabs within steps: "the end of tab also ends tabs around it"',
    body: `One of my steps is different on a Mac and on Windows, so I put tabs into it:

~~~md
:::steps

1. Open the settings.

   :::tabs{group="os"}
   :::tab[macOS]
   Press :kbd[Cmd+,].
   :::
   :::tab[Windows]
   Press :kbd[Ctrl+,].
   :::
   :::

2. Choose **Members**.

:::
~~~

The check finds five errors, beginning with *the end of tab also ends tabs around it, and begin and end tabs with ::::*. I have counted the lines with colons three times and every block has its end.`,
    tags: ['tabs', 'steps', 'markdown'],
    article: 'writing/callouts-tabs-steps',
    votes: { meera: 1 },
    answers: [
      {
        by: 'mara',
        hoursLater: 3.3,
        body: `The number of lines is right, the number of colons in them is not. A line of three colons ends *every* open block of three colons at once, so the outer block needs more than the inner one:

~~~md
:::::steps

1. Open the settings.

   ::::tabs{group="os"}
   :::tab[macOS]
   Press :kbd[Cmd+,].
   :::
   :::tab[Windows]
   Press :kbd[Ctrl+,].
   :::
   ::::

2. Choose **Members**.

:::::
~~~

Three for a tab, four for the tabs, five for the steps around them. Keep the indentation of three spaces, so that the tabs stay part of their step. See [Blocks inside blocks](/articles/writing/callouts-tabs-steps#blocks-inside-blocks).`,
        votes: { omar: 1, meera: 1, sofia: 1 },
        comments: [
          {
            by: 'omar',
            hoursLater: 1,
            body: 'No errors any more. In four languages, even.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'minh',
    daysAgo: 26.6,
    category: 'operating',
    title: 'All articles show today as their date when built in the pipeline',
    body: `On my laptop each article shows the date of its last commit. Built by our pipeline, **all** of them say today. Same commit, same settings.

\`\`\`yaml
steps:
  - uses: actions/checkout@v4
  - uses: actions/setup-node@v4
    with:
      node-version: 24
  - run: npm ci
  - run: npm run build
\`\`\`

I would rather not write \`updated\` into 140 files.`,
    tags: ['ci', 'git', 'dates'],
    article: 'operating/static-hosting',
    votes: { lars: 1, meera: 1 },
    same: ['adaeze'],
    answers: [
      {
        by: 'adaeze',
        hoursLater: 5,
        body: 'Ours does the same. We have given up and write `updated` by hand, which has the advantage that a corrected comma is no news.',
        votes: { meera: 1 },
      },
      {
        by: 'lars',
        hoursLater: 7.7,
        body: `The checkout brings the newest commit and no history, so git cannot know when a file last changed. Ask for all of it:

\`\`\`yaml
- uses: actions/checkout@v4
  with:
    fetch-depth: 0
\`\`\`

In a clone that you have already, \`git fetch --unshallow\` does the same. There is a complete pipeline in [Serve the static half from a CDN](/articles/operating/static-hosting#in-a-pipeline).`,
        votes: { minh: 1, adaeze: 1, tomas: 1, meera: 1, wanjiru: 1 },
        comments: [
          {
            by: 'minh',
            hoursLater: 0.7,
            body: 'Two words of YAML. Thank you, Lars.',
          },
        ],
      },
    ],
    accepted: 1,
  },
  {
    asker: 'sofia',
    daysAgo: 25.2,
    category: 'concepts',
    title: 'My manager wants one number for deflection. What do I give her?',
    body: `She comes from a company where the dashboard said "94 % of requests deflected" and wants the same from us. I have read [What deflection means](/articles/concepts/deflection) and agree with all of it, and I still have to bring *something* on Monday.

Has anybody had this conversation and survived it?`,
    tags: ['deflection', 'reporting'],
    article: 'concepts/deflection',
    votes: { adaeze: 1, wanjiru: 1, yuki: 1, meera: 1, lars: 1 },
    same: ['adaeze', 'wanjiru'],
    answers: [
      {
        by: 'yuki',
        hoursLater: 4.4,
        body: `If it must be one, the **confirmed** ones, with their count: "45 of the 800 people who opened the form told us that an article had settled it". So many for certain, and perhaps more. Nobody can take that apart.

Then show her the failed ones on the next slide. These have names of articles on them, and they are something that a manager can decide about.

What I would not do is add the implied ones, however near they stand. Somebody who opens a suggestion and leaves may have found the answer or lost patience, and you do not know which.`,
        votes: { sofia: 1, adaeze: 1, meera: 1, joana: 1 },
      },
      {
        by: 'wanjiru',
        hoursLater: 13,
        body: 'I asked back: "Which decision hangs on it?" It turned out that the number was for one line in a yearly report, and a sentence was welcome instead.',
        votes: { sofia: 1, lars: 1 },
        comments: [
          {
            by: 'sofia',
            hoursLater: 3,
            body: 'I will try both, yours first. Monday is postponed to the week after.',
          },
        ],
      },
      {
        by: 'diego',
        hoursLater: 30,
        body: 'You could take 100 % minus (questions ÷ views). It comes out very high and she will be happy.',
        votes: { yuki: -1, meera: -1, wanjiru: -1 },
        comments: [
          {
            by: 'meera',
            hoursLater: 1,
            body: 'It comes out very high for every help center in the world, that is the trouble with it.',
          },
          {
            by: 'diego',
            hoursLater: 2,
            body: 'I was half joking, but only half. Understood.',
          },
        ],
      },
    ],
  },
  {
    asker: 'minh',
    daysAgo: 23.9,
    category: 'operating',
    title: 'Which health address should the load balancer ask?',
    body: `Three processes, one PostgreSQL, a load balancer that asks \`/health/ready\` every five seconds. Yesterday the database was restarted, and for forty seconds *nobody could read anything*, although the pages do not need it. The balancer had taken all three out.

I could switch to \`/health/live\`, but then a process that cannot take votes stays in. What do you do?`,
    tags: ['health', 'load-balancer'],
    article: 'operating/health-and-logs',
    votes: { lars: 1, tomas: 1 },
    answers: [
      {
        by: 'lars',
        hoursLater: 1.4,
        body: `\`/health/live\` for the balancer. All of your processes share the one database, so when it is away, taking one of them out helps no one; you saw what happens when it takes out all. Readers go on reading, and those who vote are told that it did not work just then.

\`/health/ready\` is for what wakes you up, after some minutes. [Health and logs](/articles/operating/health-and-logs#which-one-to-use) says the same.`,
        votes: { minh: 1, tomas: 1, adaeze: 1 },
        comments: [
          {
            by: 'minh',
            hoursLater: 2,
            body: 'And if a single process loses its connections while the other two keep theirs?',
          },
          {
            by: 'lars',
            hoursLater: 2.6,
            body: 'I have not seen it in a year. They come back by themselves when the database does.',
          },
        ],
      },
      {
        by: 'adaeze',
        hoursLater: 22,
        body: 'We do it in that way as well. In addition a small script asks each process for `ready` and writes to our chat when one of them says 503 and the others do not. It has been silent so far.',
        votes: { lars: 1 },
      },
    ],
  },
  {
    asker: 'wanjiru',
    daysAgo: 22.7,
    category: 'writing',
    title: 'People search for "log on", our article says "sign in", and they find nothing',
    body: `Our volunteers hear *log on*, *log in*, *get into my account*, and *the password thing*. The article is called "Sign in to the catalogue" and I do not want to write all of that into it. Is there another way?`,
    tags: ['keywords', 'search'],
    article: 'writing/front-matter',
    votes: { meera: 1, omar: 1 },
    answers: [
      {
        by: 'sofia',
        hoursLater: 0.8,
        body: `That is what \`keywords\` are for. They count in the search and are never shown:

~~~yaml
keywords: [log on, log in, login, get into my account, locked out]
~~~

Take them from real messages, as you just did. Two small things: a number such as \`'404'\` needs quotes, and a translation has keywords of its own, so write down what people type in *that* language.

Reference: [keywords](/articles/writing/front-matter#keywords).`,
        votes: { wanjiru: 1, omar: 1, mara: 1, meera: 1 },
        comments: [
          {
            by: 'wanjiru',
            hoursLater: 26,
            body: 'Added, built, and "log on" finds it. I left "the password thing" in as well.',
          },
          {
            by: 'mara',
            hoursLater: 28,
            body: 'Quite right. I would have done the same.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'sofia',
    daysAgo: 21.1,
    category: 'using',
    title: 'Can I search for an exact phrase?',
    body: 'I look for *torque wrench* and get every article with a wrench in it. Do quotation marks do anything here?',
    tags: ['search'],
    article: 'using/search',
    votes: { wanjiru: 1, omar: 1, lars: 1 },
    same: ['lars', 'wanjiru', 'omar', 'diego', 'adaeze'],
    answers: [],
    comments: [
      {
        by: 'lars',
        hoursLater: 9,
        body: 'I have tried with quotation marks and without, and could not make up my mind whether the results differ. Somebody must know.',
      },
      {
        by: 'wanjiru',
        hoursLater: 170,
        body: 'Our volunteers ask me this about once a week.',
      },
    ],
  },
  {
    asker: 'lars',
    daysAgo: 19.8,
    category: 'concepts',
    title: 'My spreadsheet gives other intervals than npm run insights',
    body: `I wanted to check the numbers by hand and get something else each time:

| Article | Yes | n | My sheet | \`npm run insights\` |
| :--- | ---: | ---: | ---: | ---: |
| heating/bleed-a-radiator | 9 | 10 | 71 to 109 % | 60 to 98 % |
| laundry/book-a-machine | 31 | 36 | 75 to 97 % | 71 to 94 % |
| keys/lost-key | 20 | 44 | 31 to 60 % | 32 to 60 % |
| parking/guests | 80 | 100 | 72 to 88 % | 71 to 87 % |

My formula for the lower end, with yes in B and n in C:

~~~text
=B2/C2-1.96*SQRT(B2/C2*(1-B2/C2)/C2)
~~~

I have it from school and it was right there. 109 % worries me a little, though.`,
    tags: ['statistics', 'helpfulness'],
    article: 'concepts/helpfulness',
    votes: { yuki: 1, minh: 1, meera: 1, adaeze: 1 },
    answers: [
      {
        by: 'yuki',
        hoursLater: 3.9,
        body: `A beautiful table, because it shows where the formula from school gives out: with few votes, and with shares near 0 or 100 %. By a hundred votes the two nearly agree.

Helpmark uses Wilson's interval. In a sheet it has two parts, the centre

~~~text
=(B2/C2+1.96^2/(2*C2))/(1+1.96^2/C2)
~~~

and the half width

~~~text
=1.96*SQRT(B2/C2*(1-B2/C2)/C2+1.96^2/(4*C2^2))/(1+1.96^2/C2)
~~~

Centre minus half width is the lower end, centre plus half width the upper. For your radiator that is 0.789 ± 0.193, hence 60 to 98 %. It never leaves 0 to 100 %.

An example step by step: [Helpfulness and the Wilson interval](/articles/concepts/helpfulness#a-worked-example).`,
        votes: { lars: 1, minh: 1, meera: 1, adaeze: 1, diego: 1 },
        comments: [
          {
            by: 'lars',
            hoursLater: 14,
            body: 'All four rows agree to the last digit now. My teacher owes me an apology.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'diego',
    daysAgo: 18.5,
    category: 'operating',
    title: 'Links that I share in the chat point to localhost',
    body: 'When I paste an article into our school chat, the preview belongs to `http://localhost:4321`. In the browser everything is right. The server has been running for weeks.',
    tags: ['site-url'],
    answers: [
      {
        by: 'joana',
        hoursLater: 5.2,
        body: 'It is the same cause as in an older question here, to which I have tied this one: `SITE_URL` was not set when the pages were built. Set it for the server **and** for `npm run build`, build once more, and share the link again; chats tend to keep old previews for a while. See [SITE_URL](/articles/operating/configuration#site_url).',
        votes: { lars: 1 },
        comments: [
          {
            by: 'diego',
            hoursLater: 12,
            body: 'I had searched for "chat", not for "sitemap". Thank you for tying them together.',
          },
        ],
      },
    ],
    duplicateOf: 5,
  },
  {
    asker: 'adaeze',
    daysAgo: 17.3,
    category: 'operating',
    title:
      'Moved from the embedded database to a managed PostgreSQL, the site runs well, but npm run insights says no reader has ever voted: where are my votes?',
    body: `What I did, in this order:

1. Created a role and an empty database at our provider.
2. Wrote \`DATABASE_URL=postgres://helpmark:…@db.example.com:5432/helpmark\` into \`.env\`.
3. \`sudo systemctl restart helpmark\`

It started at the first attempt and \`/health/ready\` is green. But:

~~~text
$ npm run insights
No reader has voted yet.
~~~

We had about 2,300 votes from four months. Are they gone?`,
    tags: ['postgresql', 'migration', 'backup'],
    article: 'operating/database',
    votes: { lars: 1, minh: 1, diego: 1 },
    answers: [
      {
        by: 'tomas',
        hoursLater: 0.6,
        body: `They are not gone. The new database began empty, and the old one lies untouched in \`.data/\`. Carry them over:

~~~sh
sudo systemctl stop helpmark
DATABASE_URL= npm run db -- dump helpmark.dump
npm run db -- restore helpmark.dump --yes
sudo systemctl start helpmark
~~~

The \`DATABASE_URL=\` with nothing behind it in the second line is important. Your \`.env\` names the new database, and what the environment says wins over the file; an empty value counts as none, so this one command uses the embedded database. The third line has no such prefix and goes to the new one.

Run them as the account that runs Helpmark, with the same \`DATA_DIR\` if you set one. And be aware that \`restore\` puts the dump **in the place of** all data: what was voted since the restart is replaced. If that matters, dump the new one first.

See [Take your data with you](/articles/operating/database#take-your-data-with-you).`,
        votes: { adaeze: 1, lars: 1, minh: 1, diego: 1, meera: 1, joana: 1 },
        comments: [
          {
            by: 'adaeze',
            hoursLater: 0.9,
            body: 'That did it, thank you. All four months are back, and my pulse is coming down.',
          },
          {
            by: 'lars',
            hoursLater: 7,
            body: 'For whoever follows: an `@` in the password of the address must be written as `%40`. I spent an evening on that one.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'adaeze',
    daysAgo: 16,
    category: 'writing',
    title: 'Scheduled for midnight, published at one in the morning',
    body: `The article about our new fees had the right day in \`publishAt\`, but it came out at 01:00 Lagos time and not at 00:00. One hour is not a drama. I would like to understand it all the same, because the next one is for nine o'clock sharp, with a press release.

~~~yaml
publishAt: 2026-11-01
~~~`,
    tags: ['publish-at', 'time-zones'],
    article: 'writing/drafts-and-scheduling',
    answers: [
      {
        by: 'lars',
        hoursLater: 2,
        body: 'Perhaps the clock of your server is wrong? Compare `date` and `date -u`.',
        comments: [
          {
            by: 'adaeze',
            hoursLater: 1,
            body: 'Both are right, to the second.',
          },
        ],
      },
      {
        by: 'joana',
        hoursLater: 3.1,
        body: `Where no time is given, midnight in **Greenwich** is meant, and Lagos is one hour ahead, so it was one o'clock with you. Write the time and the zone, and it is the same moment on every computer:

~~~yaml
publishAt: 2026-12-01T09:00:00+01:00
~~~

The running server builds the site at that moment by itself. Two pieces of advice for the press release: give articles that link to this one the same \`publishAt\`, since the check refuses links to what is not published yet; and if you serve only the files, from a CDN, there is no server to do it, so let your pipeline build at that hour.

See [Scheduled articles](/articles/writing/drafts-and-scheduling#scheduled-articles).`,
        votes: { adaeze: 1, lars: 1, meera: 1 },
      },
    ],
    accepted: 1,
    comments: [
      {
        by: 'adaeze',
        hoursLater: 60,
        body: 'A test article appeared at nine, on the dot. The press release may come.',
      },
    ],
  },
  {
    asker: 'omar',
    daysAgo: 14.9,
    category: 'using',
    title: 'Accepted one answer, then a better one came. May I change my mind?',
    body: 'It feels rude to the person who answered first. Is it possible at all, and is it done?',
    tags: ['community'],
    answers: [
      {
        by: 'joana',
        hoursLater: 1.5,
        body: `It is possible and it is done. Accept the other answer: a question has at most one accepted answer, so the mark moves. The first answer stays where it is, with all its votes.

Think of those who come after you. They read the accepted answer first, and for them it should be the best one. If the first one helped you too, vote it up or say so in a comment. People like a sentence better than a mark anyway.`,
        votes: { omar: 1, wanjiru: 1, meera: 1, sofia: 1, diego: 1 },
        comments: [
          {
            by: 'omar',
            hoursLater: 0.5,
            body: 'I wrote the sentence, and moved the mark.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'diego',
    daysAgo: 13.7,
    category: 'writing',
    title: 'What alternative text for a picture that is only decoration?',
    body: `The check gives me 31 warnings like this one:

> warning: the image ./images/banner-3.png has no alternative text, and say between the square brackets what it shows

It shows children with books. It says nothing. What do I write, "children with books"?`,
    tags: ['images', 'accessibility'],
    article: 'writing/images-and-video',
    votes: { omar: 1 },
    same: ['omar'],
    answers: [
      {
        by: 'meera',
        hoursLater: 6.1,
        body: 'My test: what would a reader miss if the picture did not load? If the answer is "nothing", leave the picture out. It costs weight and attention. If there is an answer, that answer is the alternative text. More under [Write the alternative text](/articles/writing/images-and-video#write-the-alternative-text).',
        votes: { mara: 1, wanjiru: 1, omar: 1 },
      },
      {
        by: 'wanjiru',
        hoursLater: 18.4,
        body: 'A warning does not stop the build, so you can work through them one shelf at a time. We did five a day, and of sixty pictures eleven are left.',
        votes: { meera: 1 },
        comments: [
          {
            by: 'diego',
            hoursLater: 2,
            body: 'The director loves the banners. I need a week of diplomacy before I accept anything here.',
          },
        ],
      },
    ],
  },
  {
    asker: 'minh',
    daysAgo: 12.4,
    category: 'concepts',
    title: 'Average first answer after three hours, yet everybody complains about waiting',
    body: `Six questions in our pilot:

- answered after 1, 1, 3 and 7 hours;
- two still open, for 5 and 30 hours so far.

The four answered ones make a mean of 3 hours and a median of 2. People say that it feels much slower. Are they wrong, or is my sum?`,
    tags: ['response-times', 'statistics'],
    article: 'concepts/response-times',
    votes: { yuki: 1, lars: 1, adaeze: 1 },
    answers: [
      {
        by: 'diego',
        hoursLater: 1,
        body: 'People always find waiting longer than it is. The mean is what it is.',
        votes: { meera: -1 },
      },
      {
        by: 'meera',
        hoursLater: 5.5,
        body: `Your sum is right, it only leaves out those without luck. The two open questions have been waiting, too. Without them, a team looks better the more it ignores.

Count them as *longer than* so many hours:

| Time | Waiting before | Answered | Still waiting |
| ---: | ---: | ---: | ---: |
| 1 h | 6 | 2 | 66.7 % |
| 3 h | 4 | 1 | 50.0 % |
| 5 h | 3 | (open) | 50.0 % |
| 7 h | 2 | 1 | 25.0 % |
| 30 h | 1 | (open) | 25.0 % |

So half of the people wait 3 hours or longer, and one in four has no end in sight: the 90th percentile is "more than 30 hours". That is what they feel.

The method is explained in [Response and resolution times](/articles/concepts/response-times#the-kaplan-meier-estimate). With only six questions I would show the list and no percentiles at all.`,
        votes: { minh: 1, lars: 1, adaeze: 1, sofia: 1 },
        comments: [
          {
            by: 'yuki',
            hoursLater: 3,
            body: 'I have nothing to add to this. The last sentence is the one to frame.',
          },
        ],
      },
    ],
    accepted: 1,
  },
  {
    asker: 'lars',
    daysAgo: 11.2,
    category: 'operating',
    title: 'Has anybody a working Apache configuration in front of Helpmark?',
    body: `The manual has nginx and Caddy. Our co-operative has Apache, with twelve other sites on it, and will have Apache until I retire.

I have got this far. Pages appear, but votes are refused:

~~~apache
<VirtualHost *:443>
  ServerName help.example.org
  SSLEngine on
  ProxyPass / http://localhost:4321/
  ProxyPassReverse / http://localhost:4321/
</VirtualHost>
~~~

\`TRUST_PROXY=1\` and \`SITE_URL\` are set. I suspect the \`Host\` header, but have not had the quiet hour to try.`,
    tags: ['apache', 'reverse-proxy'],
    article: 'operating/reverse-proxy',
    votes: { diego: 1, wanjiru: 1 },
    same: ['diego', 'wanjiru'],
    answers: [],
  },
  {
    asker: 'sofia',
    daysAgo: 10.1,
    category: 'writing',
    title: 'Links from our app into an article broke when I improved a heading',
    body: `The till in our shops links to \`/articles/shop/till#set-up-the-till\`. I changed the heading to "Set up a till in five minutes", the link now ends at the top of the page, and the check had no objection.

How do I keep the link and the better heading?`,
    tags: ['anchors', 'links'],
    article: 'writing/links-and-anchors',
    votes: { meera: 1 },
    answers: [
      {
        by: 'meera',
        hoursLater: 1.2,
        body: `Give the section an anchor of its own, with the old name:

~~~md
## Set up a till in five minutes {#set-up-the-till}
~~~

From now on the heading may change as often as it likes. The check could not warn you: it knows the links inside the content folder, and your till is outside. So I do this for every section that anything outside points to.

See [Give a section an anchor of its own](/articles/writing/links-and-anchors#own-anchor).`,
        votes: { sofia: 1, mara: 1, omar: 1 },
        comments: [
          {
            by: 'omar',
            hoursLater: 8,
            body: 'It is also the only way to have the same anchor in all languages. Otherwise it is made from the translated heading.',
          },
          {
            by: 'sofia',
            hoursLater: 22,
            body: 'Perfect. All tills are happy.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'meera',
    daysAgo: 9,
    category: 'using',
    title: 'Is it unkind to vote an answer down without saying why?',
    body: `I sometimes see an answer that is plainly wrong, and it is late, and I have no wish to argue. A vote down takes a second. But I remember how it felt when it happened to me and nobody told me what was wrong.

What is the custom here?`,
    tags: ['community', 'votes'],
    votes: { wanjiru: 1, diego: 1, sofia: 1, omar: 1 },
    answers: [
      {
        by: 'wanjiru',
        hoursLater: 2.2,
        body: 'I write one line under it, without the vote, and wait a day. Most people mend their answer, and then there is nothing left to vote down.',
        votes: { meera: 1, diego: 1, joana: 1, omar: 1 },
      },
      {
        by: 'lars',
        hoursLater: 6.6,
        body: `For me it depends on what the answer would do to somebody who follows it:

- loses data or opens a hole: down at once, *and* a comment;
- does not work: a comment first;
- works, but I would do it otherwise: nothing at all, or an answer of my own.`,
        votes: { meera: 1, minh: 1, tomas: 1 },
      },
      {
        by: 'joana',
        hoursLater: 10,
        body: 'No rule of the house, only a wish: vote on the text, never on the person, and leave a reason when you have the strength. And a vote is no tattoo. When the answer has been mended, press the same button once more and your vote is taken back.',
        votes: { wanjiru: 1, sofia: 1 },
        comments: [
          {
            by: 'diego',
            hoursLater: 1,
            body: 'As one who has collected a few of them: the comments taught me something, the bare votes did not.',
          },
        ],
      },
    ],
  },
  {
    asker: 'wanjiru',
    daysAgo: 8.2,
    category: 'concepts',
    title: '"No evidence yet" since the spring. What should I do now?',
    body: `Our most-read article was rewritten half a year ago, and the column still says

~~~text
no evidence yet, +8 points (−6 to +21), before 52 of 100
~~~

with 60 yes of 100 now. I am sure that the new text is better. How many votes does it take until the table believes me?`,
    tags: ['series', 'edit-verdict'],
    article: 'concepts/series',
    votes: { adaeze: 1, meera: 1 },
    answers: [
      {
        by: 'yuki',
        hoursLater: 8.8,
        body: `It does not say that you are wrong. It says that chance alone could have made eight points out of two hundred votes.

More votes make the interval narrower only slowly: four times as many for half the width. If the difference really is eight points, you would need several hundred on *each* side, and the side before will get no more. So waiting will not do it here.

I would read the comments of those who say *No* today, and make one bolder change for the most frequent complaint. See [Series and edit verdicts](/articles/concepts/series#three-edits).`,
        votes: { meera: 1, adaeze: 1, lars: 1 },
        comments: [
          {
            by: 'wanjiru',
            hoursLater: 11,
            body: '*Missing something*, and the three latest comments all ask for the opening hours. I am a little ashamed, and will come back in some weeks to say whether that was it.',
          },
        ],
      },
      {
        by: 'adaeze',
        hoursLater: 25,
        body: 'We keep a small diary beside the table: date, article, the one thing that we changed. When a verdict comes months later, at least we know what it is about.',
        votes: { wanjiru: 1, yuki: 1 },
      },
    ],
  },
  {
    asker: 'wanjiru',
    daysAgo: 7.1,
    category: 'operating',
    title: 'Run it under example.org/help instead of a name of its own?',
    body: `Our network gives out no new host names this year, but we may have a folder. I tried

~~~text
SITE_URL: expected an address without a folder, such as https://help.example.com, but got "https://libraries.example.org/help"
~~~

Is there a trick with the proxy?`,
    tags: ['site-url', 'reverse-proxy'],
    article: 'operating/reverse-proxy',
    same: ['diego'],
    answers: [
      {
        by: 'tomas',
        hoursLater: 2.7,
        body: 'I am sorry, no. Only a whole host name works: all addresses begin at the root, and a proxy that rewrites them would have to reach into the pages, the search index and the feed. [Behind a reverse proxy](/articles/operating/reverse-proxy#in-a-folder-of-another-site) says it too, if you need something to show to your network.',
        votes: { lars: 1, wanjiru: 1 },
      },
      {
        by: 'lars',
        hoursLater: 9.4,
        body: `What satisfied our board: the folder exists and leads to the name. In the nginx of the big site:

~~~nginx
location /help {
  return 301 https://help.example.org/;
}
~~~

They print the short address on paper, and nobody minds where it ends.`,
        votes: { diego: 1, tomas: 1 },
        comments: [
          {
            by: 'wanjiru',
            hoursLater: 15,
            body: 'That still needs the name, but it is a better argument than any I had. I will ask again with it, and tell @tomas what they said.',
          },
        ],
      },
    ],
  },
  {
    asker: 'adaeze',
    daysAgo: 6.3,
    category: 'using',
    title: 'The slash key of the search gets in the way of a screen reader',
    body: 'A colleague uses a screen reader in which she has given the slash key a meaning of her own. Here it jumps into the search box. Can she search by keyboard without it, and read without meeting it?',
    tags: ['accessibility', 'keyboard', 'search'],
    article: 'using/accessibility',
    votes: { omar: 1, meera: 1 },
    answers: [
      {
        by: 'meera',
        hoursLater: 4,
        body: `To search without it: **Ctrl+K** (on a Mac **⌘+K**) from anywhere, or **Tab** to the search box.

To read without meeting it: it is the only shortcut here that is a single key, and it does nothing while she types in a field. If it collides with her own key all the same, she should tell the people who run that help center, by *Still need help?* at the end of the page or in the comment after a *No*, with the name of the screen reader.

See [Keyboard and screen reader](/articles/using/accessibility#single-keys-and-other-tools).`,
        votes: { adaeze: 1, wanjiru: 1, joana: 1 },
        comments: [
          {
            by: 'adaeze',
            hoursLater: 19,
            body: 'She uses Ctrl+K now and has written to them about the rest. Thank you in her name.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'minh',
    daysAgo: 5.6,
    category: 'writing',
    title: 'Embed a video from our own PeerTube?',
    body: `We host our videos ourselves, for reasons of privacy. The block does not take them:

~~~md
::video[How to change a tyre]{src="https://tube.example.org/w/9aB3x"}
~~~

> https://tube.example.org/w/9aB3x cannot be played, and use a video at YouTube or Vimeo, or an .mp4 file`,
    tags: ['video', 'privacy'],
    article: 'writing/images-and-video',
    answers: [
      {
        by: 'omar',
        hoursLater: 3.7,
        body: `Only those two hosts can be embedded. But an \`.mp4\` beside the article works, and then no other server is asked at all:

~~~md
::video[How to change a tyre]{src="./images/tyre.mp4" poster="./images/tyre.png"}
~~~

Keep it to a few megabytes, or git will not thank you. See [Embed a video](/articles/writing/images-and-video#embed-a-video).`,
        votes: { mara: 1, sofia: 1 },
        comments: [
          {
            by: 'minh',
            hoursLater: 1,
            body: '@omar Ours have 80 MB each, so that will not do for all of them. But three short ones could move.',
          },
        ],
      },
      {
        by: 'sofia',
        hoursLater: 16,
        body: 'For the long ones we put a picture of the first frame and below it a link to the video, with its length in the words of the link. Nobody has missed the player.',
        votes: { minh: 1 },
      },
    ],
  },
  {
    asker: 'lars',
    daysAgo: 4.8,
    category: 'operating',
    title: 'How can I be sure that my nightly dump can be restored?',
    body: `Cron writes a file every night, it has a size, and that is all I know about it. I would like to try it out without touching the real thing. The real thing uses \`DATABASE_URL\`, set in \`.env\`.`,
    tags: ['backup', 'restore'],
    article: 'operating/backup',
    votes: { adaeze: 1, minh: 1 },
    answers: [
      {
        by: 'diego',
        hoursLater: 1.1,
        body: 'I look whether the file grows. If it does, there is something in it.',
        votes: { lars: -1 },
      },
      {
        by: 'minh',
        hoursLater: 2.3,
        body: `Restore it beside the real one, into a data folder that you throw away:

~~~sh
export DATABASE_URL= DATA_DIR=/tmp/restored
npm run db -- restore /var/backups/helpmark.dump --yes
npm run insights
~~~

The second command must show the numbers that you know. Then close that terminal, so that the two variables are forgotten, and delete \`/tmp/restored\`.

**Do not leave out the empty \`DATABASE_URL=\`.** It stands above your \`.env\` and sends both commands to an embedded database in that folder. Without it, \`restore\` would put the dump in the place of your real data.

See [Test it](/articles/operating/backup#test-it).`,
        votes: { lars: 1, adaeze: 1, tomas: 1, diego: 1 },
        comments: [
          {
            by: 'tomas',
            hoursLater: 5,
            body: 'Right, and well that you say it in bold.',
          },
          {
            by: 'lars',
            hoursLater: 26,
            body: 'Same numbers, to the vote. It is now in my calendar for the first Monday of each month.',
          },
        ],
      },
    ],
    accepted: 1,
  },
  {
    asker: 'diego',
    daysAgo: 4.1,
    category: 'using',
    title: 'Where is the night mode?',
    body: 'I read the manual in bed. It is very white. Please tell me there is a night mode.',
    tags: [],
    answers: [
      {
        by: 'sofia',
        hoursLater: 0.2,
        body: 'The **Appearance** button at the head of the page, press it until it says *Dark*. Or let your device go dark in the evening, the pages follow it: [Light and dark](/articles/using/appearance#light-and-dark).',
        votes: { wanjiru: 1 },
      },
    ],
    comments: [
      {
        by: 'joana',
        hoursLater: 8,
        body: 'Wanjiru asked this some weeks ago, so I have tied the two together. Good night, Diego.',
      },
    ],
    duplicateOf: 2,
  },
  {
    asker: 'omar',
    daysAgo: 3.4,
    category: 'concepts',
    title: 'Why does it say "4 of 6" and not 67 %?',
    body: 'In our table some rows have a percentage with two numbers in brackets and others only counts. My colleagues suspect a bug.',
    tags: ['helpfulness', 'insights'],
    article: 'concepts/honest-numbers',
    answers: [
      {
        by: 'adaeze',
        hoursLater: 1.7,
        body: `No bug: below **ten** votes the counts stand alone. With 4 of 6, the true share could be anything from 30 to 90 %. A percentage would claim more than anybody knows.

From the tenth vote on you get the share and its interval. See [Honest numbers](/articles/concepts/honest-numbers#the-rules).`,
        votes: { omar: 1, yuki: 1, minh: 1 },
        comments: [
          {
            by: 'omar',
            hoursLater: 0.9,
            body: 'I have read this to my colleagues. They now want the same for our sales figures.',
          },
        ],
      },
    ],
    accepted: 0,
  },
  {
    asker: 'omar',
    daysAgo: 2.3,
    category: 'using',
    title: 'An answer for three customers only: draft or unlisted?',
    body: `Support has written an article that only three customers need, about an old contract. They will send the link by mail. It must not appear in the search, and it would be good if others could not read it.

\`draft: true\`, \`unlisted: true\`, or something that I do not know?`,
    tags: ['unlisted', 'drafts'],
    article: 'writing/drafts-and-scheduling',
    answers: [
      {
        by: 'meera',
        hoursLater: 1.4,
        body: '`unlisted: true`. The article then has its address and is in no list, no search, no sitemap and no feed. A draft is not published at all, so your three customers would find nothing. The table is in [Drafts, scheduled and unlisted articles](/articles/writing/drafts-and-scheduling).',
        votes: { joana: 1, sofia: 1 },
      },
      {
        by: 'joana',
        hoursLater: 4.9,
        body: 'What Meera says. As to your last wish: unlisted is not protected. Whoever has the link can read it, and links travel. If the contract itself is confidential, put it into the mail and not into an article.',
        votes: { omar: 1, meera: 1 },
        comments: [
          {
            by: 'omar',
            hoursLater: 6,
            body: '@joana I am asking support how secret it really is. Until I know, I accept nothing.',
          },
        ],
      },
    ],
  },
  {
    asker: 'sofia',
    daysAgo: 1.4,
    category: 'concepts',
    title: 'How do you explain an interval to people who have thirty seconds?',
    body: `I have tried *margin of error* (they nod and forget it), *like the weather forecast* (they laugh) and a drawing (it worked, but took five minutes).

Which sentence has worked for you? It should survive being repeated by somebody who has not understood it.`,
    tags: ['statistics', 'reporting'],
    article: 'concepts/honest-numbers',
    votes: { yuki: 1, adaeze: 1, wanjiru: 1 },
    same: ['adaeze'],
    answers: [],
  },
  {
    asker: 'adaeze',
    daysAgo: 0.8,
    category: 'writing',
    title: 'One snippet with a different amount for each country?',
    body: `The sentence about fees is the same in every article, only the amount differs:

> A transfer costs **₦50**, and you see it before you confirm.

I know snippets, and would like to write something like this:

~~~md
::snippet{name="fee" amount="₦50"}
~~~

The alternative is one snippet for each country, nine of them. How do others do it?`,
    tags: ['snippets', 'reuse'],
    article: 'writing/snippets',
    votes: { meera: 1 },
    answers: [],
    comments: [
      {
        by: 'meera',
        hoursLater: 2.5,
        body: 'Do the nine differ in anything but the amount? If the rules differ as well, I would not want them to share a sentence.',
      },
      {
        by: 'adaeze',
        hoursLater: 4,
        body: 'Only in the amount, and in the sign before it.',
      },
    ],
  },
  {
    asker: 'minh',
    daysAgo: 0.3,
    category: 'using',
    title: 'Subscribe to the changes of one category only?',
    body: 'The feed is useful, but I look after *operating* and do not need to know about every comma in *writing*. Is there a feed for each category, or a clever way to filter this one?',
    tags: ['feeds'],
    article: 'using/follow-changes',
    answers: [],
  },
  {
    asker: 'diego',
    daysAgo: 0.06,
    category: 'operating',
    title: 'Where should .data lie when I use rootless Podman?',
    body: `First attempt with a container. \`HOST=0.0.0.0\` is set and the pages come up. After each new container the votes are gone, which I understand: \`.data\` is inside.

Now I would mount a folder of the host. Which account will write into it, and what do I give to \`--userns\`? I do not want to find out with real votes.`,
    tags: ['containers', 'podman', 'data-dir'],
    article: 'operating/configuration',
    answers: [],
  },
];
