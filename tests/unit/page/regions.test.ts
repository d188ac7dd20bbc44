// Regions: which nodes of the page are an idea's, a comment's, a group's.
import { describe, expect, it } from 'vitest';
import { ICON, idea, read, rows, user } from './read.ts';

const LIST = '<h2>List of peer reviewed Projects</h2>';
const describeNode = (node: Node) =>
  node.nodeType === 1 ? (node as Element).localName : node.nodeType === 8 ? 'comment' : JSON.stringify(node.nodeValue);
const nodes = (html: string) =>
  [...read(html).regions.ideas.values()].map(region => region.nodes.map(describeNode).join(' '));

describe('an idea’s region', () => {
  it('goes from its heading to the next heading that is not its own, without white space and HTML comments at the end', () => {
    expect(
      nodes(
        `${LIST}\n<h4>A</h4>\n${rows({ Difficulty: 'Low', GSoC: 'Yes' })}\n<ul><li>x</li></ul>\n<!-- end -->\n<h3>Boats</h3>${idea('B')}`,
      ),
    ).toEqual(['h4 "\\n" table "\\n" ul', 'h4 "\\n" table']);
  });

  it('begins with the wrapper that MediaWiki gives the heading', () => {
    const [region] = read(
      `${LIST}<div class="mw-heading mw-heading4"><h4 id="A">A</h4><span class="mw-editsection">[edit]</span></div>${rows({ Difficulty: 'Low', GSoC: 'Yes' })}`,
    ).regions.ideas.values();
    expect(region?.heading.localName).toBe('h4');
    expect(region?.headingBlock.className).toContain('mw-heading');
    expect(region?.nodes[0]).toBe(region?.headingBlock);
  });

  it('keeps inner headings', () => {
    expect(
      nodes(
        `${LIST}<h3>A</h3><p><b>Difficulty:</b> x<br><b>Description:</b> y</p><h4>Inner</h4><p>z</p><h3>Boats</h3>${idea('B')}`,
      )[0],
    ).toBe('h3 p h4 p');
  });

  it('takes a card and a section whole, and what follows them', () => {
    const card = (title: string) =>
      `<div class="card"><h4>${title}</h4><p><b>Difficulty:</b> x<br><b>GSoC:</b> Yes</p></div>`;
    expect(nodes(`${LIST}${card('A')}<ul><li>x</li></ul>${card('B')}`)).toEqual(['div ul', 'div']);
    const section = (title: string) => `<section>${idea(title)}</section>`;
    expect(
      nodes(`<section>${LIST}<p>x</p><section><h3>Boats</h3>${section('A')}${section('B')}</section></section>`),
    ).toEqual(['section', 'section']);
  });

  it('does not take a wrapper that holds text before the heading', () => {
    expect(nodes(`${LIST}<div><p>Rules.</p>${idea('A')}</div><h2>More</h2>`)).toEqual(['h4 "\\n" table']);
  });

  it('ends before what stands after the content as a whole', () => {
    expect(nodes(`${LIST}${idea('A')}<div class="mw-references-wrap"><ol><li>x</li></ol></div><p>y</p>`)).toEqual([
      'h4 "\\n" table',
    ]);
  });

  it('shares no node with another one, in any arrangement', () => {
    const html = `${LIST}<table><tr><td>${idea('A')}</td><td>${idea('B')}${idea('C')}</td></tr></table><div>${idea('D')}<div>${idea('E')}</div></div>`;
    const regions = [...read(html).regions.ideas.values()];
    expect(regions).toHaveLength(5);
    for (const region of regions) {
      for (const other of regions) {
        if (other !== region) expect(region.nodes.some(node => node.contains(other.heading))).toBe(false);
      }
    }
  });
});

describe('a comment’s region', () => {
  it('goes from the icon’s link to the end of its words, siblings only', () => {
    const html = idea('A', {
      'Peer Review Comments': `<ul><li>${ICON}&#160;<b>${user('Ines')}</b> How <i>big</i>?<ul><li>reply</li></ul></li></ul>`,
    });
    const [region] = read(`${LIST}${html}`).regions.ideas.values();
    const comment = region?.comments[0];
    expect(comment?.icon.localName).toBe('a');
    expect(comment?.nodes[0]).toBe(comment?.icon);
    expect(comment?.nodes.map(node => node.textContent).join('')).toBe('\u00a0Ines How big?');
    expect(new Set(comment?.nodes.map(node => node.parentNode)).size).toBe(1);
  });

  it('has the id of the comment in the model', () => {
    const reading = read(`${LIST}${idea('A', { Description: `x<br>${ICON} <b>Ines</b> y` })}`);
    const [region] = reading.regions.ideas.values();
    expect(region?.comments.map(comment => comment.id)).toEqual(
      reading.page.ideas[0]?.comments.map(comment => comment.id),
    );
  });
});

describe('the page', () => {
  it('has its groups in page order, with the ideas under them', () => {
    const { groups } = read(
      `${LIST}<h3>Boats</h3>${idea('A')}${idea('B')}<h3>Lamps</h3>${idea('C')}<h2>New project ideas</h2>`,
    ).regions;
    expect(groups.map(({ kind, list, title, ideas }) => [kind, list, title, ideas])).toEqual([
      ['list', 'peer-reviewed', 'List of peer reviewed Projects', ['a', 'b', 'c']],
      ['area', 'peer-reviewed', 'Boats', ['a', 'b']],
      ['area', 'peer-reviewed', 'Lamps', ['c']],
      ['list', 'new', 'New project ideas', []],
    ]);
  });

  it('has the toolbar’s place at the first list, or at the section that holds it', () => {
    expect(read(`<p>x</p><h2>Rules</h2>${LIST}${idea('A')}`).regions.start?.textContent).toBe(
      'List of peer reviewed Projects',
    );
    const section = read(
      `<section>x</section><section><div class="mw-heading">${LIST}</div>${idea('A')}</section>`,
    ).regions;
    expect((section.start as Element).localName).toBe('section');
    expect(section.start?.parentNode).toBe(section.root);
  });
});
