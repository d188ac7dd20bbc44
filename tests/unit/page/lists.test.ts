// Lists, areas and which headings without labels are ideas.
import { describe, expect, it } from 'vitest';
import { codes, idea, read, titles } from './read.ts';

const PEER = '<h2>List of peer reviewed Projects</h2>';
const places = (html: string) => read(html).page.ideas.map(({ title, list, area }) => [title, list, area]);

describe('lists', () => {
  it('are those of the profile, in page order, the empty ones too', () => {
    const reading = read(
      `<h2>Intro</h2><p>x</p>${PEER}${idea('A')}<h2>Accepted Projects</h2><h2>new  project IDEAS</h2><p>None yet.</p><h2>Rules</h2>`,
    );
    expect(reading.page.lists).toEqual([
      { id: 'peer-reviewed', heading: 'List of peer reviewed Projects', ideas: 1 },
      { id: 'accepted', heading: 'Accepted Projects', ideas: 0 },
      { id: 'new', heading: 'new project IDEAS', ideas: 0 },
    ]);
    expect(codes(reading)).toEqual([]);
  });

  it('are called after their heading when no rule of the profile fits', () => {
    const reading = read(`<h2>Ideas, “left” over!</h2>${idea('A')}${PEER}${idea('B')}`);
    expect(reading.page.lists.map(list => [list.id, list.ideas])).toEqual([
      ['other:ideas-left-over', 1],
      ['peer-reviewed', 1],
    ]);
  });

  it('are called after the page where no heading stands above the ideas', () => {
    const reading = read(idea('A') + idea('B'));
    expect(reading.page.lists).toEqual([{ id: 'other:small-page', heading: 'Small page', ideas: 2 }]);
    expect(reading.regions.groups).toEqual([]);
  });

  it('may stand below a heading of the whole page', () => {
    const html = `<h1>Everything</h1><h2>New project ideas</h2><h3>Boats</h3>${idea('A')}<h2>Elsewhere</h2>${idea('B')}`;
    expect(places(html)).toEqual([
      ['A', 'new', 'Boats'],
      ['B', 'other:everything', 'Elsewhere'],
    ]);
  });

  it('of one name are counted together', () => {
    const reading = read(
      `<h2>New project ideas</h2>${idea('A')}<h2>Rules</h2><p>x</p><h2>New project ideas</h2>${idea('B')}`,
    );
    expect(reading.page.lists).toEqual([{ id: 'new', heading: 'New project ideas', ideas: 2 }]);
    expect(reading.regions.groups.map(group => [group.kind, group.ideas])).toEqual([
      ['list', ['a']],
      ['list', ['b']],
    ]);
  });
});

describe('areas', () => {
  it('are the headings between list and idea, and may come again in another list', () => {
    const html = `${PEER}<h3>Boats</h3>${idea('A')}<h3>Lamps</h3>${idea('B')}<h2>New project ideas</h2><h3>Boats</h3>${idea('C')}`;
    expect(places(html)).toEqual([
      ['A', 'peer-reviewed', 'Boats'],
      ['B', 'peer-reviewed', 'Lamps'],
      ['C', 'new', 'Boats'],
    ]);
  });

  it('may have the level of their ideas, when nothing is written under them', () => {
    const html = `${PEER}<h3>Boats</h3>${idea('A', {}, 3)}${idea('B', {}, 3)}<h3>Lamps</h3><p><br></p>${idea('C', {}, 3)}`;
    expect(places(html)).toEqual([
      ['A', 'peer-reviewed', 'Boats'],
      ['B', 'peer-reviewed', 'Boats'],
      ['C', 'peer-reviewed', 'Lamps'],
    ]);
  });

  it('can be ideas themselves: they have no area, the ideas below have them as theirs', () => {
    const reading = read(`${PEER}${idea('Bells', {}, 3)}${idea('A')}${idea('B')}<h3>Boats</h3>${idea('C')}`);
    expect(reading.page.ideas.map(({ title, area }) => [title, area])).toEqual([
      ['Bells', null],
      ['A', 'Bells'],
      ['B', 'Bells'],
      ['C', 'Boats'],
    ]);
    expect(reading.regions.groups.map(group => group.title)).toEqual(['List of peer reviewed Projects', 'Boats']);
  });
});

describe('a heading without labels', () => {
  it('is an idea at the level of two ideas of its list', () => {
    const reading = read(
      `${PEER}<h3>Boats</h3>${idea('A')}<h4>Only a title</h4>${idea('B')}<h4>With a sentence</h4><p>Somebody write this.</p>`,
    );
    expect(titles(reading)).toEqual(['A', 'Only a title', 'B', 'With a sentence']);
    expect(reading.page.ideas[1]).toMatchObject({ area: 'Boats', description: null, text: 'Only a title' });
    expect(codes(reading)).toEqual([]);
  });

  it('is none where the list has fewer than two, or where a heading stands below it', () => {
    const one = read(`${PEER}${idea('A')}<h4>Only a title</h4><h2>New project ideas</h2>${idea('B')}${idea('C')}`);
    expect(titles(one)).toEqual(['A', 'B', 'C']);
    expect(one.warnings).toMatchObject([{ code: 'heading-without-labels', heading: 'Only a title' }]);
    const below = read(`${PEER}${idea('A')}${idea('B')}<h4>Notes</h4><p>x</p><h5>More</h5><p>y</p>`);
    expect(titles(below)).toEqual(['A', 'B']);
    expect(below.warnings.map(warning => warning.heading)).toEqual(['Notes', 'More']);
  });

  it('is none outside lists, and nothing is said about it there', () => {
    const reading = read(
      `<h2>How to</h2><h4>Write</h4><p>x</p>${PEER}${idea('A')}${idea('B')}<h2>Rules</h2><h4>Choose</h4><p>x</p>`,
    );
    expect(titles(reading)).toEqual(['A', 'B']);
    expect(codes(reading)).toEqual([]);
  });
});
