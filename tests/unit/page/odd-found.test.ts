// Found by the generated pages of tests/odd: each is one page, made small.
import { describe, expect, it } from 'vitest';
import { idea, read, readOne, titles } from './read.ts';

describe('found by odd pages:', () => {
  it('a short value in a definition list ends with its definition', () => {
    const found = readOne(
      '<h4>Float</h4><dl><dt>GSoC</dt><dd>Yes</dd><dt>Difficulty:</dt><dd>Low</dd><dd>Medium</dd></dl><p>Hard words follow.</p>',
    );
    expect(found.difficulty.raw).toBe('Low Medium');
    const contact = readOne(
      '<h4>Float</h4><dl><dt>GSoC</dt><dd>Yes</dd><dt>Technical contact</dt><dd>Ada Bell</dd></dl><p>Lamp Post is wanted, too.</p>',
    );
    expect(contact.contacts.map(({ name }) => name)).toEqual(['Ada Bell']);
  });

  it('a bullet list that breaks a definition list off is still part of the contact', () => {
    const found = readOne(
      '<h4>Float</h4><dl><dt>GSoC</dt><dd>Yes</dd><dt>Technical contact</dt><dd>One of:</dd>\n</dl>\n<ul><li>Ada Bell</li><li>Bo Lee</li></ul><p>Lamp Post is wanted.</p>',
    );
    expect(found.contacts.map(({ name }) => name)).toEqual(['Ada Bell', 'Bo Lee']);
  });

  it('a short value below its label ends with the paragraph or the list it stands in', () => {
    const below = (value: string) =>
      readOne(`<h4>Float</h4><p>GSoC: Yes</p><p><b>Difficulty:</b></p>${value}<p>Words.</p>`);
    expect(below('<p>Low</p>').difficulty.raw).toBe('Low');
    expect(below('<ul><li>Low</li><li>Medium</li></ul>').difficulty.raw).toBe('Low Medium');
  });

  it.each(['noembed', 'noframes'])('what <%s> holds is shown nowhere and is no field', name => {
    const found = readOne(`<h4>Float</h4><p>GSoC: Yes<br>Outcomes: It rises</p><${name}>Difficulty: High</${name}>`);
    expect(found.difficulty.raw).toBeNull();
    expect(found.outcomes).toBe('It rises');
  });

  it('an <object> that is not closed hides no idea after it', () => {
    expect(titles(read(`<object data="x">${idea('Float')}${idea('Rope')}`))).toEqual(['Float', 'Rope']);
  });

  it('a link that is not closed takes no title from the heading after it', () => {
    const heading = '<h4><span class="mw-headline" id="Rope"><a href="/wiki/Rope">Rope</a></span></h4>';
    expect(titles(read(`${idea('Float')}<a href="#x">${heading}<p>GSoC: Yes<br>Difficulty: Low</p>`))).toEqual([
      'Float',
      'Rope',
    ]);
  });

  it('the words of an edit link that an open link has broken up are no title', () => {
    const bracket = (text: string) => `<span class="mw-editsection-bracket">${text}</span>`;
    const edit = `${bracket('[')}<a href="/index.php?title=Ideas&amp;action=edit&amp;section=2">edit</a>${bracket(']')}`;
    const heading = (title: string) =>
      `<h4><span class="mw-headline">${title}</span><span class="mw-editsection">${edit}</span></h4>`;
    const fields = '<p>GSoC: Yes<br>Difficulty: Low</p>';
    expect(titles(read(`${idea('Float')}<a href="#x">${heading('   ')}${fields}`))).toEqual(['Float', '']);
    const wanted = '<a href="/index.php?title=Rope&amp;action=edit&amp;redlink=1">Rope [new]</a>';
    expect(titles(read(`${idea('Float')}<a href="#x">${heading(wanted)}${fields}`))).toEqual(['Float', 'Rope [new]']);
  });
});
