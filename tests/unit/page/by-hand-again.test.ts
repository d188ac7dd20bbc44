// More of what people write by hand: labels inside a value, people in several blocks, markers in sentences, values in other words.
import { describe, expect, it } from 'vitest';
import { ICON, idea, read, readOne, titles, user } from './read.ts';

const fieldsOf = (content: string) => readOne(`<h4>Float</h4>${content}`);
const between = (label: string, value: string) =>
  fieldsOf(`<p><b>GSoC:</b> Yes<br><b>${label}:</b> ${value}<br><b>Outcomes:</b> A float</p>`);
const skills = (value: string) => between('Skills Needed', value).skills.items;
const contactsOf = (content: string) =>
  fieldsOf(content).contacts.map(({ name, email, role }) => `${role}: ${name ?? '-'} ${email ?? '-'}`);
const people = (value: string) =>
  contactsOf(`<p><b>GSoC:</b> Yes<br><b>Technical contact:</b> ${value}<br><b>Outcomes:</b> A float</p>`);
const behindAda = (content: string) =>
  contactsOf(
    `<p><b>GSoC:</b> Yes</p><p><b>Technical contact:</b> Ada Bell &lt;ada@x.org&gt;</p>${content}<p><b>Outcomes:</b> A float</p>`,
  );
const [ada, bob, carl] = ['contact: Ada Bell ada@x.org', 'contact: Bob Cole bob@x.org', 'contact: Carl Dee carl@x.org'];

describe('bold words inside skills', () => {
  it('end no field in a list', () => {
    const list = '<ul><li><b>Required:</b> C</li><li><b>Optional:</b> OCaml, Xen</li></ul>';
    const items = ['Required: C', 'Optional: OCaml, Xen'];
    expect(
      fieldsOf(`<p><b>GSoC:</b> Yes</p><p><b>Skills Needed:</b></p>${list}<p><b>Outcomes:</b> A float</p>`).skills
        .items,
    ).toEqual(items);
    expect(
      fieldsOf(`<table><tr><td><b>GSoC:</b> Yes</td></tr><tr><td><b>Skills Needed:</b>${list}</td></tr></table>`).skills
        .items,
    ).toEqual(items);
  });

  it('end no field that begins with such words', () => {
    expect(skills('<b>Required:</b> C, Linux<br><b>Nice to have:</b> Python')).toEqual([
      'Required: C',
      'Linux',
      'Nice to have: Python',
    ]);
    const found = fieldsOf(
      '<p><b>GSoC:</b> Yes</p><p><b>Skills Needed:</b></p><h5>Must</h5><p>C</p><h5>Nice</h5><p>Go</p><p><b>Outcomes:</b> A float</p>',
    );
    expect(found.skills.items).toEqual(['Must', 'C', 'Nice', 'Go']);
  });

  it('are no fields in a table or a list of terms in the cell of the value', () => {
    const inCell = (value: string) =>
      fieldsOf(`<table><tr><th>GSoC</th><td>Yes</td></tr><tr><th>Skills Needed</th><td>${value}</td></tr></table>`)
        .skills.items;
    const all = ['Basics', 'Must', 'C', 'Nice', 'Go'];
    expect(
      inCell('<p>Basics</p><table><tr><th>Must</th><td>C</td></tr><tr><th>Nice</th><td>Go</td></tr></table>'),
    ).toEqual(all);
    expect(inCell('<p>Basics</p><dl><dt>Must</dt><dd>C</dd><dt>Nice</dt><dd>Go</dd></dl>')).toEqual(all);
    const terms = fieldsOf(
      '<dl><dt>GSoC</dt><dd>Yes</dd><dt>Skills Needed</dt><dd><dl><dt>C</dt><dd>good</dd><dt>Go</dt><dd>fair</dd></dl></dd></dl>',
    );
    expect(terms.skills.items).toEqual(['C', 'good', 'Go', 'fair']);
  });

  it('that name people end them', () => {
    expect(skills('C<br><b>Mentors:</b> Ada Bell')).toEqual(['C']);
    expect(between('Difficulty', 'Low<br><b>Mentors:</b> Ada Bell').difficulty.raw).toBe('Low');
  });
});

describe('bold words inside contacts', () => {
  it('are the names of people in a list and in lines', () => {
    const list = '<ul><li><b>Ada Bell:</b> ada@x.org</li><li><b>Bob Cole:</b> bob@x.org</li></ul>';
    expect(
      contactsOf(
        `<table><tr><th>GSoC</th><td>Yes</td></tr><tr><th>Technical contact</th><td>${list}</td></tr></table>`,
      ),
    ).toEqual([ada, bob]);
    expect(people('<b>Ada Bell:</b> ada@x.org<br><b>Bob Cole:</b> bob@x.org')).toEqual([ada, bob]);
  });

  it('that announce an address lose none', () => {
    expect(people('Ada Bell<br><b>Email:</b> ada@x.org')).toEqual([ada]);
    expect(people('Ada Bell; IRC: ada; email: ada@x.org')).toEqual([ada]);
    expect(people('Ada Bell<br><b>IRC:</b> ada<br><b>E-mail:</b> ada@x.org')).toEqual([ada]);
    expect(people('Ada Bell<br>Email: <a href="mailto:ada@x.org">write to her</a>')).toEqual([ada]);
  });

  it('are the heads of a table in the cell', () => {
    const table = '<table><tr><th>Name</th><th>Mail</th></tr><tr><td>Ada Bell</td><td>ada@x.org</td></tr></table>';
    const found = contactsOf(
      `<table><tr><th>GSoC</th><td>Yes</td></tr><tr><th>Technical contact</th><td>${table}</td></tr></table>`,
    );
    expect(found.join()).toContain('ada@x.org');
  });
});

describe('a short value', () => {
  it('may be bold with a colon', () => {
    expect(between('Difficulty', '<b>Medium:</b> needs C').difficulty).toMatchObject({ min: 2, max: 2 });
    expect(fieldsOf('<p><b>Difficulty:</b> Low<br><b>GSoC:</b> <b>Yes:</b> good</p>').program.value).toBe('yes');
    expect(between('Mailing list/forum for project', '<b>xen-devel:</b> xen-devel@lists.xen.org').mailingList).toBe(
      'xen-devel: xen-devel@lists.xen.org',
    );
  });

  it('may stand in a heading cell or a second term', () => {
    const cells = fieldsOf(
      '<table><tr><td><b>Difficulty</b></td><th>Low</th></tr><tr><td><b>Skills Needed</b></td><th>knots</th></tr></table>',
    );
    expect(cells).toMatchObject({ difficulty: { min: 1 }, skills: { items: ['knots'] } });
    const terms = fieldsOf('<dl><dt>Difficulty</dt><dt>Low</dt><dt>GSoC</dt><dd>Yes</dd></dl>');
    expect(terms).toMatchObject({ difficulty: { min: 1 }, program: { value: 'yes' } });
  });

  it('that is empty is not what follows it', () => {
    const terms = fieldsOf(
      '<dl><dt>GSoC</dt><dd>Yes</dd><dt>Skills Needed</dt><dd>knots</dd><dt>Difficulty</dt><dd></dd><dt>Size</dt><dd>Low</dd></dl>',
    );
    expect(terms.difficulty.raw).toBeNull();
    const term = '<dl><dt>GSoC</dt><dd>Yes</dd><dt>Skills Needed</dt><dd></dd><dt>Size</dt><dd>Low</dd></dl>';
    const row =
      '<table><tr><th>GSoC</th><td>Yes</td><th>Outcomes</th><td>A float</td></tr>' +
      '<tr><th>Skills Needed</th><td></td><th>Size</th><td>Low</td></tr></table>';
    for (const content of [term, row]) expect(fieldsOf(content).skills.raw).toBeNull();
    const headed = fieldsOf('<p><b>GSoC:</b> Yes</p><p><b>Difficulty:</b></p><h5>Plan</h5><p>Low</p>');
    expect(headed.difficulty.raw).toBeNull();
  });

  it('keeps its words where they stand behind a semicolon, in a bracket or marked in another way', () => {
    const found = fieldsOf(
      '<p><b>GSoC:</b> Yes; Description: see below<br><b>Difficulty:</b> Medium (C; Skills needed: more)<br>' +
        '<b>Skills Needed:</b> C, Linux<br><b>Description:</b> It floats.</p>',
    );
    expect(found).toMatchObject({ skills: { items: ['C', 'Linux'] }, description: 'It floats.' });
    expect(fieldsOf('<p><b>GSoC:</b> Yes<br><b>Difficulty:</b> Medium; outcomes: varied</p>').outcomes).toBeNull();
    const plain = fieldsOf('<p>Difficulty: Medium (C; Skills needed: more); GSoC: Yes<br>Skills Needed: C</p>');
    expect(plain).toMatchObject({ skills: { items: ['C'] }, program: { value: 'yes' } });
  });
});

describe('headings inside an idea', () => {
  it('under which its other fields stand make no ideas of them', () => {
    const requirements = read(
      '<h2>New Project Ideas</h2><h3>Float</h3><p>Date of insert: 1/2/2013<br>Technical contact: Ada &lt;a@x.org&gt;</p>' +
        '<h4>Requirements</h4><p>Difficulty: Low<br>Skills Needed: C<br>Outcomes: good</p>',
    );
    expect(titles(requirements)).toEqual(['Float']);
    expect(requirements.page.ideas[0]).toMatchObject({ difficulty: { min: 1 }, skills: { items: ['C'] } });
    const contact = read(
      '<h2>New Project Ideas</h2><h3>Float</h3><p>Date of insert: 1/2/2013<br>GSoC: Yes</p><h4>Contact</h4>' +
        '<p>Technical contact: Ada &lt;a@x.org&gt;<br>IRC channel for project: #x</p><h4>About</h4><p>Description: It floats.</p><p>Outcomes: A float</p>',
    );
    expect(titles(contact)).toEqual(['Float']);
    expect(contact.page.ideas[0]).toMatchObject({ irc: '#x', description: 'It floats.', outcomes: 'A float' });
  });
});

describe('people behind the first paragraph', () => {
  const [bobs, carls] = ['Bob Cole &lt;bob@x.org&gt;', 'Carl Dee &lt;carl@x.org&gt;'];
  it.each([
    ['a mail link', '<p><a href="mailto:bob@x.org">Bob Cole</a></p>'],
    ['indentation', `<dl><dd>${bobs}</dd></dl>`],
    ['preformatted text', `<pre>${bobs}</pre>`],
    ['a table', `<table><tr><td>${bobs}</td></tr></table>`],
  ])('are found in %s', (_, content) => {
    expect(behindAda(content)).toEqual([ada, bob]);
  });

  it('are found where one without an address stands between, and however many stand in a paragraph', () => {
    expect(behindAda(`<p>Bob Cole</p><p>${carls}</p>`)).toEqual([ada, 'contact: Bob Cole -', carl]);
    const long = ['Bob Cole', 'Carl Dee', 'Dora Ever'].map(name => [
      name,
      `${name.replace(' ', '.').toLowerCase()}@a.very.long.name.of.a.host.example`,
    ]);
    expect(behindAda(`<p>${long.map(([name, mail]) => `${name} &lt;${mail}&gt;`).join(', ')}</p>`)).toEqual([
      ada,
      ...long.map(([name, mail]) => `contact: ${name} ${mail}`),
    ]);
  });

  it('are not those of prose', () => {
    const prose = '<p>Floats run on Water, Oil and Mercury. The work was begun by Ines Falk.</p>';
    expect(behindAda(prose)).toEqual([ada]);
    expect(behindAda(`${prose}<p>${carls}</p>`)).toEqual([ada]);
    expect(behindAda('<dl><dd>Water, Oil and Mercury</dd></dl><pre>Make Float</pre>')).toEqual([ada]);
    expect(behindAda('<p>Read about Water and Oil</p><p>Install Linux</p>')).toEqual([ada]);
  });
});

describe('people', () => {
  it('are each one whose address stands with others in one pair of brackets', () => {
    expect(people('Ada Bell, Bob Cole &lt;ada@x.org, bob@x.org&gt;')).toHaveLength(4);
  });

  it('are told apart by “or”, not by a name, and have no rank for a name', () => {
    expect(people('Ada Bell &lt;ada@x.org&gt;, Or Ohana &lt;or@x.org&gt;')).toEqual([
      ada,
      'contact: Or Ohana or@x.org',
    ]);
    expect(people('Lead Mentor: Bob Cole &lt;bob@x.org&gt;')).toEqual(['mentor: Bob Cole bob@x.org']);
    expect(people('Mentor: Ada Bell MENTOR: Bob Cole')).toEqual(['mentor: Ada Bell -', 'mentor: Bob Cole -']);
  });
});

describe('a comment', () => {
  const states = (...texts: string[]) =>
    texts.map(
      text =>
        readOne(
          idea('Float', {
            'Peer Review Comments': `<ul><li>${ICON}&#160;<b>Ada 15:24, 17 February 2014 (UTC):</b> ${text}</li></ul>`,
          }),
        ).comments[0]?.state,
    );
  const replied = (text: string) => `Explain ropes.<ul><li>${text}</li></ul>`;
  const all = (state: string, count: number) => Array.from({ length: count }, () => state);

  it('is open where a user is named behind a marker that is only a word', () => {
    expect(
      states(
        replied(`Fixed ${user('Ada')}'s typo, but the rest still needs work.`),
        replied(`Done, ${user('Lars')}? I see no links yet.`),
        replied(`Done, ${user('Lars')}?`),
        replied(`Done: ${user('Bo')} explained ropes. Still missing: links.`),
        `Explain ropes. <b>Done</b> ${user('Bo')} but links are missing`,
      ),
    ).toEqual(all('open', 5));
  });

  it('is addressed where a signature stands behind the marker, with a time or without', () => {
    const talk = ' (<a href="/wiki/User_talk:Bo">talk</a> | <a href="/wiki/Special:Contributions/Bo">contribs</a>)';
    expect(
      states(
        replied(`Done ${user('Bo')}`),
        replied(`<b>Done</b> ${user('Bo')}${talk}`),
        replied(`<b>Done</b> – ${user('Bo')}${talk} 15:30, 18 February 2014 (UTC).`),
        `Explain ropes. <b>Done</b> ${user('Bo')}`,
      ),
    ).toEqual(all('addressed', 4));
  });

  it('is addressed whatever stands between its sentence and the marker', () => {
    const texts = ['Can you add links?', 'Add links -', 'Add links,', 'Explain "ropes"', 'Add links →', 'Add links ✓'];
    expect(states(...texts.map(text => `${text} <b>done</b>`))).toEqual(all('addressed', texts.length));
    expect(
      states(
        'Add links (<b>done</b>)',
        'Add links [<b>done</b>]',
        'Add links<br><b>done</b>',
        'Add links <br /> <b>done</b>',
      ),
    ).toEqual(all('addressed', 4));
    expect(states('Not yet <b>done</b>', 'What remains to be <b>done</b>?')).toEqual(all('open', 2));
  });

  it('of punctuation alone is open, unless that is struck out', () => {
    expect(states('???', ':-(', '…')).toEqual(all('open', 3));
    expect(states('<s>???</s>')).toEqual(['addressed']);
  });
});

describe('a value', () => {
  it('of GSoC may name other programmes', () => {
    const program = (text: string) => fieldsOf(`<p>Difficulty: Low<br>GSoC: ${text}</p>`).program.value;
    expect(['Yes and OPW', 'Yes / Outreachy', 'Yes/OPW', 'Yes or OPW'].map(program)).toEqual(Array(4).fill('yes'));
    expect(program('No / OPW only')).toBe('no');
    expect(['Yes/No', 'Yes or no', 'Yes?', 'Yes / maybe', 'Yes or not', 'No idea'].map(program)).toEqual(
      Array(6).fill('unknown'),
    );
  });

  it('of a difficulty may be followed by a sentence', () => {
    const levels = (text: string) => {
      const { min, max } = fieldsOf(`<p>GSoC: Yes<br>Difficulty: ${text}</p>`).difficulty;
      return [min, max];
    };
    expect(levels('Medium. Advanced C helps')).toEqual([2, 2]);
    expect(levels('Low. Easy to test')).toEqual([1, 1]);
    expect(levels('Easy. Hard if you know no C')).toEqual([null, null]);
    expect(levels('Low ... High')).toEqual([null, null]);
  });

  it('of a date may be joined to the day of the week, and is not the end of a stretch of days', () => {
    const inserted = (text: string) => fieldsOf(`<p>GSoC: Yes<br>Date of insert: ${text}</p>`).inserted.candidates;
    expect(inserted('Fri-14-Feb-2014')).toEqual(['2014-02-14']);
    expect(['10-12 February 2014', '10th-12th February 2014'].map(inserted)).toEqual([[], []]);
  });

  it('of running text keeps its dashes', () => {
    expect(between('Description', '- a patch<br>- docs').description).toBe('- a patch - docs');
    expect(between('Difficulty', '- Low').difficulty.raw).toBe('Low');
  });

  it('may stand in the row below an empty cell, which a row with a label of its own does not hold', () => {
    const table = (row: string) =>
      fieldsOf(
        `<table><tr><th>GSoC</th><td>Yes</td></tr><tr><th>Skills Needed</th><td>C</td></tr><tr><th>Description</th><td></td></tr>${row}</table>`,
      ).description;
    expect(table('<tr><td colspan="2">Long text</td></tr>')).toBe('Long text');
    expect(table('<tr><td>Size</td><td>350 hours</td></tr>')).toBeNull();
    expect(table('<tr><th colspan="2">Organisation</th></tr><tr><td>Sea</td></tr>')).toBeNull();
  });
});
