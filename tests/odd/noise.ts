/** Markup that is wrong, strange or hostile, as it may stand anywhere on a page; and what only looks like an idea's fields. */

/** Names of what a program asks of a node, for the controls of a form. */
const CONTROLS =
  'nodeName parentNode ownerDocument attributes children childNodes nextSibling firstChild localName nodeType textContent id contains remove closest'
    .split(' ')
    .map(name => `<input name="${name}">`)
    .join('');

export const NOISES: readonly string[] = [
  // Not closed.
  '<div>',
  '<b>',
  '<i><u><s>',
  '<table>',
  '<table><tr><td>',
  '<ul><li>',
  '<dl><dd>',
  '<p><span>',
  '<details><summary>more</summary>',
  '<details open>',
  '<blockquote>',
  '<center><font color="red">',
  '<a href="#Rope">',
  '<form>',
  '<button>',
  '<object data="x">',
  '<select><option>one',
  '<section>',
  '<x-harbour>',
  '<ruby><rt>',
  '<marquee>',
  // Closed, though nothing was opened.
  '</div>',
  '</table></td></tr>',
  '</b></i></span>',
  '</p>',
  '</section></section>',
  '</h4></h2>',
  '</ul></li></dl>',
  '</body></html>',
  // Wrongly nested, wrongly written.
  '<b><p>one</b>two</p>',
  '<table><table><tr><tr><td></table>',
  '<table>words<tr>more<td>cell</table>',
  '<a href="a"><a href="b">x</a></a>',
  '<p title="never closed>one</p><p class=">two</p>',
  '<div class=\'a" id="b\'>x</div>',
  '<div <div> x=y></div>',
  '<div data-x="1" data-x="2" ="3" \'>x</div>',
  '<h4></h4>',
  '<h5>Inner words</h5><p>Nothing else.</p>',
  '<h2><h3>Twice</h3></h2>',
  '<><//><3 &',
  // No text at all.
  '<!-- Difficulty: High -->',
  '<!-->',
  '<!-- a -- b --!>',
  '<![CDATA[ Difficulty: High ]]>',
  '<?php echo "Difficulty: High" ?>',
  '<template><h4>Not there</h4><p>Difficulty: High<br>GSoC: Yes</p></template>',
  '<noscript><p>Difficulty: High</p></noscript>',
  '<script type="text/plain"><h4>Not there</h4>Difficulty: High</script>',
  '<style>.x::before { content: "Difficulty: High" }</style>',
  '<textarea>Difficulty: High</textarea>',
  '<noframes>Difficulty: High</noframes>',
  '<noembed>Difficulty: High</noembed>',
  '<iframe src="about:blank">Difficulty: High</iframe>',
  '<frameset><frame src="x"></frameset>',
  // Other languages than HTML.
  '<svg width="9" height="9"><title>Difficulty: High</title><script>ran(30)</script><foreignObject><p>x</p></foreignObject></svg>',
  '<svg><g>',
  '<math><mi>x</mi><mtext><p>y</p></mtext></math>',
  '<math><annotation-xml encoding="text/html"><p>z</p></annotation-xml>',
  '<x-harbour is="y"><x-y></x-harbour>',
  // Names.
  '<p id="Rope">1</p><p id="Rope">2</p>',
  ...['children', 'body', 'location', 'browser', 'chrome', 'mw', 'toString', '__proto__', 'ran'].map(
    id => `<span id="${id}">named ${id}</span>`,
  ),
  `<form id="browser">${CONTROLS}<input name="runtime" value="x"></form>`,
  `<form name="attributes">${CONTROLS}<p>in the form</p></form>`,
  `<form>${CONTROLS}`,
  '<form><input name="localName"><input name="getAttribute"></form>',
  // Would run.
  '<img src="/missing.png" onerror="ran(31)">',
  '<svg onload="ran(32)"></svg>',
  '<script>ran(33)</script>',
  '<a href="javascript:ran(34)" onclick="ran(35)">click</a>',
  '<iframe srcdoc="<script>parent.ran(36)</script>"></iframe>',
  '<p onmouseover="ran(37)" style="animation: x 1s" onanimationstart="ran(38)">over</p>',
  '<input autofocus onfocus="ran(39)">',
  '<video src="/missing.webm" onerror="ran(40)"></video>',
  '<link rel="stylesheet" href="/odd.css"><meta name="x" content="y">',
  // Looks like ours.
  '<p data-idea-lens-idea="rope" data-idea-lens-hidden="">x</p>',
  '<section hidden="until-found">hidden words</section>',
  '<div style="display:none">not shown</div>',
  // Around the content.
  '<div class="toc"><ul><li><a href="#Rope">Rope</a></li></ul></div>',
  '<table class="navbox"><tr><td>Difficulty: High</td></tr></table>',
  '<div class="mw-references-wrap"><ol><li>A note</li></ol></div>',
  '<pre>=== Template ===\n{{Comment|~~~~:}} (delete as addressed)\nDifficulty: High\nGSoC: Yes</pre>',
  '<div class="mw-parser-output"><p>transcluded</p></div>',
];

/** What stands inside a description and is no field of the idea: shown as it is, or as examples. */
export const DECOYS: readonly string[] = [
  '<pre>|Difficulty=High\nDifficulty: High\n{{Comment|~~~~:}} text\n(delete as addressed)</pre>',
  '<p>The word Difficulty: in the middle of a text.</p>',
  '<p><code>GSoC: No</code> is code.</p>',
  '<p>Expected Results: one, two.</p>',
  '<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>',
  '<table><tr><th>Difficulty</th><th>Outcomes</th></tr><tr><td>1</td><td>2</td></tr></table>',
  '<p>He said: <q>Outcomes: none</q></p>',
];
