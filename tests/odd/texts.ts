/**
 * Texts that pages should not hold and do: every script, what would like to be code, names that programs take for something else,
 * and runs on which careless expressions take for ever. Only texts; where they stand on a page is drawn in plan.ts.
 */
import fc from 'fast-check';

export const NAMES_OF_PROPERTIES = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  'length',
  'prototype',
  'undefined',
  'null',
] as const;

export const PAYLOADS = [
  '<img src=x onerror=ran(1)>',
  '"><script>ran(2)</script>',
  'javascript:ran(3)',
  "' onmouseover='ran(4)' x='",
  '<svg onload=ran(5)>',
  '<a href="javascript:ran(6)">here</a>',
  '<iframe srcdoc="<script>parent.ran(7)</script>"></iframe>',
  '{{constructor.constructor("ran(8)")()}}',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it must not be one.
  '${ran(9)}',
  '</textarea></script></style><script>ran(10)</script>',
  '<style>@import url(https://tracker.example/odd.css);</style>',
  'data:text/html,<script>ran(11)</script>',
  '&lt;b&gt; &amp;amp; &#0; &notanentity;',
  '=HYPERLINK("https://tracker.example";"x")',
  '[x](javascript:ran(12)) ![y](https://tracker.example/p.png) `z`',
] as const;

const WORDS = [
  'A float for the harbour',
  'Rope',
  'Lamp post',
  'x',
  'Tide tables, by hand',
  'Boats & buoys',
  'The end.',
];

export const SCRIPTS = [
  'Ärger über Öl',
  'שלום עולם',
  'مرحبا بالعالم',
  '你好，世界',
  'ไทย ภาษา',
  'e\u0301\u0316\u0330\u0489'.repeat(12),
  '👩‍👩‍👧‍👦 🏴󠁧󠁢󠁷󠁬󠁳󠁿 ✍🏿',
  'list \u202egpj.exe',
  'zero\u200bwidth\u200d\ufeffjoined\u2060',
  'half \ud83d of a pair',
  'other \udc00 half',
  'a\0b\u0001c\u001fd',
  'İstanbul ıI ß ẞ ﬁ',
  'no\u00a0break\u2003em\u3000wide',
] as const;

const RUN_OF = [
  '(',
  ')',
  '[',
  '<',
  '{{',
  '.',
  ' ',
  '-',
  ':',
  '@',
  'a@',
  'a.',
  '\u00a0',
  'W',
  '…',
  '!?',
  'e.g. A ',
  ', ',
  '1/',
  '-1 ',
];

/** What makes an expression that goes back and forth slow, when it is long enough. */
export const runs: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom(...RUN_OF), fc.constantFrom(5, 60, 800, 5_000))
  .map(([piece, times]) => piece.repeat(Math.ceil(times / piece.length)));

/** Any text of one line. Never a label at its beginning: those are drawn apart. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 3, arbitrary: fc.constantFrom(...SCRIPTS) },
  { weight: 2, arbitrary: fc.constantFrom(...PAYLOADS) },
  { weight: 1, arbitrary: fc.constantFrom(...NAMES_OF_PROPERTIES) },
  { weight: 1, arbitrary: runs },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...WORDS), fc.constantFrom(...SCRIPTS)).map(both => both.join(' ')),
  },
);

/** As text of HTML. */
export function escapeText(plain: string): string {
  return plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
