// What real pages hold that looks like something else.
import { describe, expect, it } from 'vitest';
import { codes, ICON, idea, read, readOne, rows, titles } from './read.ts';

describe('what stands in a description belongs to it', () => {
  const described = (description: string) => readOne(idea('Float', { Description: description, Outcomes: 'It rises' }));

  it('a bold label that no profile knows', () => {
    expect(described('A float.<p><b>Expected Results:</b></p><ol><li>one</li></ol>').description).toBe(
      'A float. Expected Results: one',
    );
  });

  it('known labels in a nested table, a list, a preformatted text, a paragraph', () => {
    const inner =
      '<table><tr><th>Outcomes</th><td>wrong</td></tr></table><ul><li>Outcomes: wrong</li></ul><pre>Outcomes: wrong</pre><p>Outcomes: wrong</p>';
    expect(described(`A float.${inner}`).outcomes).toBe('It rises');
    expect(described(`A float.${inner}`).description).toContain('Outcomes: wrong');
  });

  it('a label after a line break in a cell of its own', () => {
    expect(described('A float.<br>Outcomes: wrong').outcomes).toBe('It rises');
  });

  it('headings, with labels after them, in the cell', () => {
    const read = described('A float.<h5>First steps</h5><p>Step one.</p><h5>Then</h5><p>Step two.</p>');
    expect(read.description).toBe('A float. First steps Step one. Then Step two.');
    expect(read.outcomes).toBe('It rises');
  });

  it('a heading of the idea’s own level in the cell', () => {
    expect(described('A float.<h4>First steps</h4><p>Step one.</p>').outcomes).toBe('It rises');
  });

  it('headings between paragraphs, with the rest of the fields below them', () => {
    const float =
      readOne(`<h3>Float</h3><p><b>Difficulty:</b> Low<br><b>Description:</b> A float.</p><h4>First steps</h4><p>Step one.</p>
      <p><b>Outcomes:</b> It rises</p><p><b>References:</b> none</p><p><b>Peer Review Comments</b></p>`);
    expect(float.description).toBe('A float. First steps Step one.');
    expect(float.outcomes).toBe('It rises');
  });

  it('a table and bullets between paragraphs', () => {
    const float = readOne(`<h3>Float</h3><p><b>Difficulty:</b> Low</p><p><b>Description:</b> A float.</p>
      <table><tr><td><b>Outcomes:</b> wrong</td></tr></table><ul><li><b>Outcomes:</b> wrong</li></ul><p><b>Outcomes:</b> It rises</p>`);
    expect(float.outcomes).toBe('It rises');
  });
});

it('a sentence above the table that begins like a label does not hide the table', () => {
  const float = readOne(
    `<h4>Float</h4><p>Description: see below.</p>${rows({ Difficulty: 'Low', Outcomes: 'It rises' })}`,
  );
  expect(float).toMatchObject({ difficulty: { raw: 'Low' }, outcomes: 'It rises' });
});

it('a field that stands twice has its first value', () => {
  expect(
    readOne('<h4>A</h4><p><b>Difficulty:</b> Low<br><b>GSoC:</b> Yes<br><b>Difficulty:</b> High</p>').difficulty.min,
  ).toBe(1);
});

it('placeholders are missing data, and their text is kept', () => {
  const float = readOne(
    `<h4>Float</h4>${rows({
      'Date of insert': 'Unknown',
      Verified: 'Not updated in 2031',
      GSoC: 'unknown',
      'Technical contact': 'Unknown',
      'Mailing list/forum for project': 'Unknown',
      Difficulty: 'Unknown',
      'Skills Needed': 'Unknown',
      Description: 'Unknown',
      Outcomes: 'Not specified, project outcomes',
    })}`,
  );
  expect(float).toMatchObject({
    inserted: { raw: 'Unknown', iso: null, candidates: [] },
    verified: { raw: 'Not updated in 2031', iso: null },
    program: { raw: 'unknown', value: 'unknown' },
    contactRaw: 'Unknown',
    contacts: [],
    mailingList: null,
    difficulty: { raw: 'Unknown', min: null, max: null },
    skills: { raw: 'Unknown', items: [], form: 'none' },
    description: null,
    outcomes: null,
  });
});

it('a field that is absent or empty has no text', () => {
  const float = readOne('<h4>A</h4><p><b>Difficulty:</b> <br><b>GSoC:</b> Yes</p>');
  expect(float).toMatchObject({ difficulty: { raw: null }, inserted: { raw: null }, contactRaw: null, outcomes: null });
});

describe('titles', () => {
  const titled = (title: string) => readOne(`<h4>${title}</h4>${rows({ Difficulty: 'Low', GSoC: 'Yes' })}`);

  it('keep their words when they hold links, emphasis, signs, emoji, other scripts, a full stop', () => {
    expect(titled('<i>Quiet</i> <a href="/x">alarm</a>').title).toBe('Quiet alarm');
    expect(titled('Level &lt; 0 &amp; dry.').title).toBe('Level < 0 & dry.');
    expect(titled('Photo 📷').key).toBe('photo 📷');
    expect(titled('خريطة المنارات').title).toBe('خريطة المنارات');
  });

  it('leave out edit links, numbers and reference marks', () => {
    const inner =
      '<span class="mw-headline" id="Float"><span class="mw-headline-number">2.1</span> Float<sup class="reference">[1]</sup></span><span class="mw-editsection">[edit]</span>';
    expect(titled(inner)).toMatchObject({ title: 'Float', anchor: 'Float' });
  });

  it('that are equal get numbers, and no title takes another one’s key', () => {
    const page = ['Float', 'float ', 'Float~2', 'Float'].map(title => idea(title)).join('');
    const keys = read(`<h2>Ideas</h2>${page}`).page.ideas.map(one => one.key);
    expect(keys).toEqual(['float', 'float~2', 'float~2~2', 'float~3']);
  });

  it('are shown as text when they would like to be code', () => {
    const title = '<img src="x" onerror="alert(1)">&lt;script&gt;alert(1)&lt;/script&gt; \u202egpj.exe';
    expect(titled(title).title).toBe('<script>alert(1)</script> \u202egpj.exe');
  });
});

describe('no comments', () => {
  it('are in the two blocks that show how to write one', () => {
    const pre = `<pre>|Review=(delete as addressed)\n* {{Comment|~~~~:}} I am interested ${ICON}</pre>`;
    expect(readOne(`${pre}${idea('Float', { Description: pre })}${pre}`).comments).toEqual([]);
  });
});

describe('values that are not understood', () => {
  it('are said, with their heading', () => {
    const reading = read(idea('Float', { Difficulty: 'Spicy', 'Date of insert': '31/02/2014', GSoC: 'perhaps' }));
    expect(codes(reading)).toEqual(['value-not-understood', 'value-not-understood', 'value-not-understood']);
    expect(reading.warnings[0]?.heading).toBe('Float');
  });
});

describe('unknown labels', () => {
  const unknown = (title: string, level = 4) =>
    `<h${level}>${title}</h${level}><p><b>Ask:</b> Odile<br><b>Effort</b>: small</p><p><b>Note to self:</b> ${title}</p>`;

  it('are named when they repeat under headings of one level', () => {
    const reading = read(`<h2>List of peer reviewed Projects</h2>${unknown('Float')}${unknown('Rope')}`);
    expect(reading.warnings).toMatchObject([
      { code: 'unknown-labels', labels: ['Ask', 'Effort', 'Note to self'], count: 2 },
    ]);
    expect(reading.page).toMatchObject({ ideas: [], lists: [{ id: 'peer-reviewed', ideas: 0 }] });
    expect(reading.regions.start?.textContent).toBe('Float');
    expect(reading.regions.ideas.size).toBe(0);
  });

  it('are not looked for under one heading, or where they differ', () => {
    expect(codes(read(unknown('Float')))).toEqual(['no-ideas']);
    const other = '<h4>Rope</h4><p><b>Question:</b> x<br><b>Answer:</b> y</p>';
    expect(codes(read(unknown('Float') + other))).toEqual(['no-ideas']);
  });
});

it('reads the ideas of a page whose table of contents and footers hold headings and labels of their own', () => {
  const toc = '<div id="toc" class="toc"><h2>Contents</h2><ul><li>Difficulty: x</li></ul></div>';
  const box = '<div class="navbox"><h3>More</h3><p><b>Difficulty:</b> x<br><b>GSoC:</b> y</p></div>';
  const reading = read(`${toc}<h2>Ideas</h2>${idea('Float')}${box}`);
  expect(titles(reading)).toEqual(['Float']);
});
