/**
 * A page of N made-up ideas for the bench, as MediaWiki 1.39 renders them from a table template: about 37 elements an idea, always
 * the same bytes. Not a sample to read: its content means nothing, but half of it says GSoC "Yes", half holds "lantern", a quarter
 * "lanterns".
 */

const WORDS =
  'amber basin cobalt drift ember fathom gully harbour inlet jetty kelp ledge mirror narrow otter pebble quay ridge shoal tide umber vessel wharf yarrow zephyr anchor breeze copper dune estuary'.split(
    ' ',
  );
const IDEAS_IN_AREA = 25;
const LEVELS = ['Easy', 'Low-Medium', 'Medium', 'High', 'Unknown'];

/** A small generator of numbers below 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The page's HTML; `count` ideas, none when 0. */
export function madePage(count: number): string {
  const random = seeded(count + 1);
  const below = (limit: number) => Math.floor(random() * limit);
  const words = (least: number, most: number) =>
    Array.from({ length: least + below(most - least + 1) }, () => WORDS[below(WORDS.length)]).join(' ');
  const list = (least: number, most: number) =>
    `<ul>${Array.from({ length: least + below(most - least + 1) }, () => `<li>${words(4, 14)}</li>`).join('\n')}</ul>`;
  const row = (label: string, value: string) => `<tr><td><b>${label}:</b> ${value}</td></tr>\n`;
  const comment = () =>
    '<a href="/wiki/File:Pictogram_voting_comment_15px.png" class="image"><img alt="Pictogram voting comment 15px.png" src="/images/b/bc/Pictogram_voting_comment_15px.png" decoding="async" width="15" height="15" /></a>&#160;' +
    `<b><a href="/wiki/User:Ida" title="User:Ida">Ida</a> 1${below(10)}:${below(50) + 10}, ${below(28) + 1} March 2014 (UTC):</b> ${words(8, 30)}`;

  function idea(number: number): string {
    const title = `${words(2, 6)} ${number}`;
    const lantern = number % 2 === 0 ? (number % 4 === 0 ? ' lanterns' : ' lantern') : '';
    const review =
      random() < 0.3 ? `<b>Peer Review Comments</b><br />(delete as addressed)\n<ul><li>${comment()}</li></ul>` : '';
    return (
      `<h4><span class="mw-headline" id="${title.replaceAll(' ', '_')}">${title}</span></h4>\n` +
      '<table border="0" cellpadding="2" cellspacing="0" width="100%">\n<tbody>' +
      `<tr><td><b>Date of insert:</b> ${below(12) + 1}/${below(28) + 1}/2013; <b>Verified:</b> Not updated in 2020; <b>GSoC:</b> ${number % 2 === 1 ? 'Yes' : 'No'}</td></tr>\n` +
      row('Technical contact', `Ida ${WORDS[below(12)]} &lt;ida.${WORDS[below(12)]}@example.org&gt;`) +
      row('Mailing list/forum for project', 'list@example.org') +
      row('IRC channel for project', '#example') +
      row('Difficulty', LEVELS[below(LEVELS.length)] ?? '') +
      row('Skills Needed', random() < 0.5 ? words(3, 8) : list(2, 4)) +
      row(
        'Description',
        `${words(20, 60)}${lantern}\n<p>${words(20, 80)}\n</p>\n${list(2, 7)}<p><a rel="nofollow" class="external free" href="http://example.org/${words(1, 1)}">http://example.org/</a> ${words(10, 40)}\n</p>`,
      ) +
      row('Outcomes', random() < 0.3 ? 'Not specified, project outcomes' : list(1, 4)) +
      `<tr><td></td></tr>\n<tr><td>${review}</td></tr>\n</tbody></table>\n`
    );
  }

  const parts: string[] = [];
  for (let number = 0; number < count; number++) {
    if (number === 0) parts.push('<h2><span class="mw-headline" id="List">List of peer reviewed Projects</span></h2>');
    if (number % IDEAS_IN_AREA === 0) {
      const area = `${words(1, 2)} ${number / IDEAS_IN_AREA + 1}`;
      parts.push(`<h3><span class="mw-headline" id="${area.replaceAll(' ', '_')}">${area}</span></h3>`);
    } else parts.push('<p><br />\n</p>');
    parts.push(idea(number));
  }
  const prose = count === 0 ? Array.from({ length: 40 }, () => `<p>${words(40, 120)}</p>`).join('\n') : '';
  return `<!DOCTYPE html>
<html class="client-nojs" lang="en" dir="ltr">
<head>
<meta charset="UTF-8"/>
<title>Archived/GSoc 2014</title>
<style>body { font: 14px/22.4px sans-serif; margin: 0 } .mw-body { margin-left: 11em; padding: 1.25em 1.5em } table { font-size: 100% } h3, h4 { padding-top: .5em; line-height: 1.6 }</style>
</head>
<body class="mediawiki ltr ns-0 ns-subject skin-vector action-view skin-vector-legacy">
<div id="content" class="mw-body" role="main"><h1 id="firstHeading" class="firstHeading">Archived/GSoc 2014</h1>
<div id="mw-content-text" class="mw-body-content mw-content-ltr" lang="en" dir="ltr"><div class="mw-parser-output"><p>${words(20, 40)}</p>
${prose}${parts.join('\n')}
</div></div></div>
</body>
</html>
`;
}
