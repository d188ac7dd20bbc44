// Whatever a document holds, reading it never throws and never loops.
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../utils/page/parse-page.ts';
import { xen } from '../../../utils/profile/xen.ts';
import { ADDRESS, documentOf, ICON, idea, read } from './read.ts';

const parse = (document: Document) => parsePage(document, { url: ADDRESS, profile: xen });

const NAMES = [
  'h2',
  'h3',
  'h4',
  'p',
  'b',
  'table',
  'tr',
  'td',
  'th',
  'ul',
  'li',
  'dl',
  'dt',
  'dd',
  'div',
  'pre',
  'br',
  's',
  'section',
  'form',
  'a',
  'span',
];
const TEXTS = [
  'Difficulty:',
  'Outcomes',
  'Description: x',
  ': ',
  'Low-Medium',
  'New project ideas',
  '01/02/2014',
  '; ',
  'GSoC:',
  'done',
  ICON,
  '<input name="parentNode">',
  'Technical contact: A <a@b.example>',
];

const html = fc.letrec<{ node: string }>(tie => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...TEXTS),
    fc
      .tuple(fc.constantFrom(...NAMES), fc.array(tie('node'), { maxLength: 5 }))
      .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
  ),
})).node;

describe('any document', () => {
  it('is read without throwing; ideas, regions and keys fit together', () => {
    fc.assert(
      fc.property(fc.array(html, { maxLength: 30 }), pieces => {
        const document = documentOf(pieces.join(''));
        const before = document.documentElement.outerHTML;
        const { page, regions, warnings } = parse(document);
        expect(document.documentElement.outerHTML).toBe(before);
        expect([...regions.ideas.keys()]).toEqual(page.ideas.map(one => one.key));
        expect(warnings.map(warning => warning.message).join()).not.toContain('could not be read');
        if (page.ideas.length === 0) expect(warnings).not.toEqual([]);
        for (const region of regions.ideas.values()) {
          const parents = new Set(region.nodes.map(node => node.parentNode));
          expect(parents.size).toBe(1);
          expect(region.nodes[0].contains(region.headingBlock)).toBe(true);
          for (const other of regions.ideas.values()) {
            if (other !== region) expect(region.nodes.some(node => node.contains(other.heading))).toBe(false);
          }
        }
        const inLists = page.lists.reduce((sum, list) => sum + list.ideas, 0);
        expect(inLists).toBe(page.ideas.length);
      }),
      { numRuns: 300 },
    );
  });

  it('may have no body, no element at all, or be XML', () => {
    const { window } = new JSDOM('');
    const empty = window.document.implementation.createHTMLDocument('');
    empty.documentElement.remove();
    expect(parse(empty).warnings).toMatchObject([{ code: 'no-ideas' }]);
    const xml = new window.DOMParser().parseFromString('<a><h4>x</h4>Difficulty: x</a>', 'application/xml');
    expect(parse(xml).page.ideas).toEqual([]);
    expect(parse(new JSDOM('<frameset></frameset>').window.document).page.ideas).toEqual([]);
  });

  it('may hold a form whose controls are named like what is asked of a node', () => {
    const names = [
      'nodeType',
      'localName',
      'parentNode',
      'nextSibling',
      'firstChild',
      'getAttribute',
      'textContent',
      'childNodes',
    ];
    const form = `<form>${names.map(name => `<input name="${name}">`).join('')}<h4>In the form</h4><p>Difficulty: x<br>GSoC: Yes</p></form>`;
    expect(
      read(`<h2>New project ideas</h2>${idea('Float')}${form}${idea('Rope')}`).page.ideas.map(one => one.title),
    ).toEqual(['Float', 'In the form', 'Rope']);
  });

  it('may hold elements named like what is asked of the document', () => {
    const names = ['querySelectorAll', 'body', 'documentElement', 'createTreeWalker', 'querySelector'];
    const document = documentOf(
      names.map(name => `<img name="${name}"><form name="${name}"></form>`).join('') + idea('Float'),
    );
    expect(() => parse(document)).not.toThrow();
  });

  it('may be nested as deep as it likes', () => {
    const document = documentOf('');
    let inner: Element | null = document.querySelector('.mw-parser-output');
    for (let depth = 0; depth < 2_000 && inner; depth++)
      inner = inner.appendChild(document.createElement(depth % 2 ? 'div' : 'b'));
    if (inner) inner.append('Difficulty: x');
    expect(parse(document).page.ideas).toEqual([]);
  });

  it('may hold very long text, titles and lines of labels', () => {
    const long = 'word '.repeat(20_000);
    const labels = '<b>Difficulty:</b> x; '.repeat(3_000);
    const reading = read(
      `<h2>New project ideas</h2>${idea(long, { Description: long, 'Skills Needed': long })}${idea('Float', { Description: labels })}`,
    );
    expect(reading.page.ideas.map(one => one.title.length)).toEqual([long.length - 1, 5]);
    expect(reading.page.ideas[0]?.description).toHaveLength(long.length - 1);
  });
});
