/** Which of the things that are done to a page under the lens change what was read of it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { matter } from '../../entrypoints/panels/changes.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import type { IdeaRegion, Regions } from '../../utils/model/region.ts';

let root: HTMLElement;
let observer: MutationObserver;

/** Two ideas of a heading, a paragraph and a sortable table each, after a paragraph that is no idea's. */
beforeEach(() => {
  root = document.createElement('div');
  const ideas = ['Lamp', 'Horn'].map(
    title => `<h4>${title}</h4><p>About <b>it</b>.</p><table><tbody>
      <tr><th>Part</th></tr><tr><td>b</td></tr><tr><td>a</td></tr></tbody></table>`,
  );
  root.append(document.createRange().createContextualFragment(`<p id="intro">Now</p>${ideas.join('')}`));
  document.body.append(root);
  observer = new MutationObserver(() => undefined);
  observer.observe(document, { childList: true, characterData: true, subtree: true });
});
afterEach(() => {
  observer.disconnect();
  root.remove();
});

function regions(): Regions {
  const ideas = [...root.querySelectorAll('h4')].map((heading): [IdeaKey, IdeaRegion] => {
    const nodes: [Node, ...Node[]] = [heading];
    for (let node = heading.nextSibling; node && node.nodeName !== 'H4'; node = node.nextSibling) nodes.push(node);
    const key = heading.textContent?.toLowerCase() as IdeaKey;
    return [key, { key, heading, headingBlock: heading, nodes, comments: [] }];
  });
  return { root, start: root.querySelector('h4'), ideas: new Map(ideas), groups: [] };
}

/** Whether `change` matters to somebody who has read the page before. */
function matters(change: () => void): boolean {
  const read = regions();
  observer.takeRecords();
  change();
  return matter(observer.takeRecords(), read);
}

const one = <Kind extends Element = HTMLElement>(selector: string) => root.querySelector<Kind>(selector) as Kind;
const words = (text: string) => document.createTextNode(text);

describe('it does not matter', () => {
  it('when the rows of a table inside an idea are sorted, as jquery.tablesorter does', () => {
    const sort = () => {
      const body = one<HTMLTableSectionElement>('tbody');
      const head = document.createElement('thead');
      head.append(body.rows[0] as Node);
      one('table').prepend(head);
      const sorted = document.createDocumentFragment();
      sorted.append(...[...body.rows].reverse());
      body.append(sorted);
    };
    expect(matters(sort)).toBe(false);
    expect(one('tbody').textContent?.trim()).toBe('ab');
  });

  it('when a block of an idea is folded, as jquery.makeCollapsible does', () => {
    const fold = () => {
      const toggle = Object.assign(document.createElement('span'), { className: 'mw-collapsible-toggle' });
      toggle.append('Collapse');
      const box = document.createElement('div');
      box.append(...one('td').childNodes);
      one('td').append(toggle, box);
    };
    expect(matters(fold)).toBe(false);
    expect(matters(() => one('.mw-collapsible-toggle').replaceChildren('Expand'))).toBe(false);
  });

  it('when the browser puts translated words in the place of others, and back', () => {
    const text = one('b').firstChild as Text;
    const font = document.createElement('font');
    font.style.verticalAlign = 'inherit';
    font.append('das');
    expect(matters(() => text.replaceWith(font))).toBe(false);
    expect(matters(() => font.replaceWith(text))).toBe(false);
  });

  it('when words outside all ideas change, such as a clock', () => {
    expect(matters(() => one('#intro').replaceChildren('Later'))).toBe(false);
    expect(matters(() => ((one('#intro').firstChild as Text).data = 'Still later'))).toBe(false);
  });

  it('when something is put outside the content', () => {
    expect(matters(() => root.before(words('A menu of the wiki')))).toBe(false);
    root.previousSibling?.remove();
  });

  it('when something comes and goes again', () => {
    expect(
      matters(() => {
        const tip = document.createElement('span');
        tip.append('A tip');
        one('p + table td').append(tip);
        tip.remove();
      }),
    ).toBe(false);
  });

  it('when our own hosts come', () => {
    expect(matters(() => one('h4').after(document.createElement('idea-lens-idea')))).toBe(false);
  });
});

describe('it matters', () => {
  it.each<[string, () => void]>([
    ['an idea gets more words', () => one('td').append('more')],
    ['a word of an idea is another', () => ((one('b').firstChild as Text).data = 'her')],
    ['a word of an idea goes', () => one('b').remove()],
    ['a row goes from one idea to the other', () => [...root.querySelectorAll('tbody')][1]?.append(one('tr'))],
    [
      'a row is taken out, put back and taken out for good',
      () => {
        const row = one('td').closest('tr') as Element;
        const body = row.parentElement;
        row.remove();
        body?.append(row);
        row.remove();
      },
    ],
    [
      'a paragraph comes between two ideas',
      () => root.insertBefore(document.createElement('p'), one('h4:nth-of-type(2)')),
    ],
    ['an idea goes', () => one('h4').remove()],
    ['a heading moves', () => root.append(one('h4'))],
    ['a heading comes into a paragraph of no idea', () => one('#intro').append(document.createElement('h4'))],
    [
      'all goes into a box',
      () => {
        const box = document.createElement('div');
        box.append(...root.childNodes);
        root.append(box);
      },
    ],
    ['the content goes', () => root.remove()],
  ])('when %s', (_what, change) => {
    expect(matters(change)).toBe(true);
  });

  it('when somebody takes a host of ours away', () => {
    const host = document.createElement('idea-lens-idea');
    one('h4').after(host);
    expect(matters(() => host.remove())).toBe(true);
  });
});
