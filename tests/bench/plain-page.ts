/**
 * A long wiki page without ideas, as MediaWiki 1.39 renders one: headings, links, lists, tables. About 60 kB, always the same bytes.
 */

const WORDS =
  'the of harbour pilot and lock a tide gauge is read by hand each morning where basin opens to sea its keeper writes down what stands in column'.split(
    ' ',
  );
const SECTIONS = 36;

/** With `labels`, words in bold with a colon stand in each section, as the labels of ideas do: it takes a closer look to tell. */
export function plainPage(labels: boolean): string {
  let at = 0;
  const word = () => {
    at = (at * 7 + 3) % 1_009;
    return WORDS[at % WORDS.length];
  };
  const words = (count: number) => Array.from({ length: count }, word).join(' ');
  const link = (title: string) => `<a href="/wiki/${title.replaceAll(' ', '_')}" title="${title}">${title}</a>`;
  const section = (number: number) => {
    const [level, title] = [number % 3 === 0 ? 2 : 3, `${words(3)} ${number}`];
    const items = Array.from({ length: 5 }, (_, item) => `<li>${link(words(2))}: ${words(8 + item)}</li>`).join('\n');
    const rows = Array.from({ length: 4 }, () => `<tr><td>${words(2)}</td><td>${words(5)}</td></tr>`).join('\n');
    return (
      `<h${level}><span class="mw-headline" id="S${number}">${title}</span></h${level}>\n` +
      `<p>${words(60)} ${link(words(2))} <b>${words(2)}${labels ? ':' : ''}</b> ${words(40)}\n</p><ul>${items}</ul>\n<p>${words(70)}\n</p>` +
      (number % 4 === 0 ? `<table class="wikitable"><tbody>${rows}</tbody></table>\n` : '')
    );
  };
  return `<!DOCTYPE html>
<html class="client-nojs" lang="en" dir="ltr">
<head>
<meta charset="UTF-8"/>
<title>Tide tables</title>
</head>
<body class="mediawiki ltr ns-0 ns-subject skin-vector action-view skin-vector-legacy">
<div id="content" class="mw-body" role="main"><h1 id="firstHeading" class="firstHeading">Tide tables</h1>
<div id="mw-content-text" class="mw-body-content mw-content-ltr" lang="en" dir="ltr"><div class="mw-parser-output">
${Array.from({ length: SECTIONS }, (_, number) => section(number)).join('\n')}
</div></div></div>
</body>
</html>
`;
}
