// What people write by hand beside and between a template's fields: nothing of it becomes a wrong fact about an idea.
import { describe, expect, it } from 'vitest';
import { xen } from '../../../utils/profile/xen.ts';
import { assess } from '../../../utils/review/assess.ts';
import { ICON, idea, read, readOne, titles, user } from './read.ts';

const fieldsOf = (content: string) => readOne(`<h4>Float</h4>${content}`);
const people = (content: string) =>
  fieldsOf(`<p><b>GSoC:</b> Yes<br><b>Technical contact:</b> ${content}</p>`).contacts.map(
    ({ name, email, role }) => `${role}: ${name ?? '-'} ${email ?? '-'}`,
  );
const mail = (name: string) => `<a href="mailto:${name}@sea.example">${name}@sea.example</a>`;

describe('labels', () => {
  it('need no bold where they follow each other in one line', () => {
    const line = 'Date of insert: 17/2/2014; Verified: Not updated in 2020; GSoC: Yes';
    for (const content of [`<p>${line}</p>`, `<p><b>${line}</b></p>`, `<table><tr><td>${line}</td></tr></table>`]) {
      const found = fieldsOf(`${content}<p>Difficulty: Low</p>`);
      expect(found.inserted).toMatchObject({ raw: '17/2/2014', iso: '2014-02-17' });
      expect(found.verified.raw).toBe('Not updated in 2020');
      expect(found.program).toEqual({ raw: 'Yes', value: 'yes' });
    }
  });

  it('are no labels in running text, whatever stands before them', () => {
    const found = fieldsOf('<p>GSoC: Yes<br>Skills Needed: knots<br>Description: Rope; Difficulty: rising</p>');
    expect(found.difficulty.raw).toBeNull();
    expect(found.description).toBe('Rope; Difficulty: rising');
  });

  it('may each stand in a line of the source that the wiki joins to the one before', () => {
    const found = fieldsOf(
      '<p><b>GSoC:</b> Yes\n<b>Skills Needed:</b> knots, ropes\n<b>Description:</b> Make it float.\n<b>Outcomes:</b> A float</p>',
    );
    expect(found).toMatchObject({
      skills: { items: ['knots', 'ropes'] },
      description: 'Make it float.',
      outcomes: 'A float',
    });
  });

  it('that the profile does not know end the field before them', () => {
    const found = fieldsOf(
      '<p><b>Date of insert:</b> Unknown<br><b>Last edit:</b> 14/3/2015<br><b>Technical contact:</b> Unknown<br>' +
        `<b>Reviewer:</b> Ines Falk &lt;${mail('ines')}&gt;<br><b>Difficulty:</b> Low<br><b>Priority:</b> High<br>` +
        '<b>Skills Needed:</b> knots<br><b>Project size:</b> 350 hours</p>',
    );
    expect(found.inserted).toMatchObject({ raw: 'Unknown', iso: null });
    expect(found.contacts).toEqual([]);
    expect(found.difficulty).toMatchObject({ raw: 'Low', min: 1, max: 1 });
    expect(found.skills.items).toEqual(['knots']);
  });

  it('that are headings end the field before them', () => {
    const found = fieldsOf(
      '<p><b>GSoC:</b> Yes</p><p><b>Skills Needed:</b> knots</p><h5>Description</h5><p>It rises.</p><h5>Plan</h5><p>Soon.</p>',
    );
    expect(found.skills.items).toEqual(['knots']);
  });

  it('inside the description belong to it', () => {
    const found = fieldsOf(
      '<p><b>GSoC:</b> Yes<br><b>Description:</b> Float.<br><b>Expected:</b> It rises.<br><b>Outcomes:</b> A float</p>',
    );
    expect(found.description).toBe('Float. Expected: It rises.');
  });

  it('of the parts of the skills, and of roles, end nothing', () => {
    const found = fieldsOf(
      '<p><b>Difficulty:</b> Low</p><p><b>Skills Needed:</b><br><b>Wanted:</b> knots</p>' +
        `<p><b>Technical contact:</b> Ines Falk &lt;${mail('ines')}&gt;<br><b>Student:</b> Jonas Wray</p>`,
    );
    expect(found.skills.raw).toBe('Wanted: knots');
    expect(found.contacts.map(({ name, role }) => [name, role])).toEqual([
      ['Ines Falk', 'contact'],
      ['Jonas Wray', 'student'],
    ]);
  });

  it.each([
    ['with white space between the cells', ' '],
    ['without', ''],
  ])('and values in four cells of a row are read in pairs, %s', (_, space) => {
    const cells = ['<b>Technical contact</b>', `Ines Falk &lt;${mail('ines')}&gt;`, '<b>Difficulty</b>', 'Hard'];
    const row = cells.map(cell => `<td>${cell}</td>`).join(space);
    const found = fieldsOf(`<table><tr>${row}</tr></table>`);
    expect(found.contacts).toMatchObject([{ name: 'Ines Falk', email: 'ines@sea.example' }]);
    expect(found.difficulty).toMatchObject({ min: 3, max: 3 });
  });

  it('whose cell of a value is empty take none from the row below', () => {
    const found = fieldsOf(
      '<table><tr><th>GSoC</th><td>Yes</td></tr><tr><th>Technical contact</th><td></td></tr>' +
        '<tr><th>Reviewer</th><td>Ines Falk</td></tr></table>',
    );
    expect(found.contacts).toEqual([]);
  });
});

describe('an idea', () => {
  it('is none that only explains the labels under the heading of a list', () => {
    const reading = read(
      '<h2>New Project Ideas</h2><p><b>Difficulty:</b> how hard it is<br><b>Skills Needed:</b> what to know</p>' +
        idea('Float', {}, 3),
    );
    expect(titles(reading)).toEqual(['Float']);
    expect(reading.page.ideas[0]?.list).toBe('new');
    expect(titles(read(idea('New Project Ideas')))).toEqual(['New Project Ideas']);
  });

  it('is not swallowed by an area that gives defaults', () => {
    const reading = read(
      '<h2>New Project Ideas</h2><h3>Harbour</h3><p>Mailing list/forum for project: harbour-devel@<br>IRC channel for project: #harbour</p>' +
        '<h4>Float</h4><p>Difficulty: High<br>Skills Needed: knots</p>',
    );
    const float = reading.page.ideas.find(each => each.title === 'Float');
    expect(float).toMatchObject({ difficulty: { min: 3 }, skills: { items: ['knots'] } });
  });

  it('keeps the fields behind a navigation box or references that stand between them', () => {
    const between = '<div class="navbox">Before</div><div class="mw-references-wrap"><ol><li>Note</li></ol></div>';
    const found = fieldsOf(
      `<p><b>GSoC:</b> Yes</p>${between}<p><b>Difficulty:</b> Low <i>to</i> High</p><p><b>Skills Needed:</b></p><ul><li>knots</li></ul>`,
    );
    expect(found.difficulty).toMatchObject({ min: 1, max: 3 });
    expect(found.skills.items).toEqual(['knots']);
  });
});

describe('what is struck out, and a footnote,', () => {
  it('are no part of a value', () => {
    const found = fieldsOf(
      '<p><b>Date of insert:</b> <s>13/1/2014</s> 14/2/2014<br><b>GSoC:</b> <del>Yes</del> No<br><b>Difficulty:</b> <s>Hard</s> Easy<sup class="reference"><a href="#n">[1]</a></sup><br>' +
        `<b>Technical contact:</b> <s>Ada Bell &lt;${mail('ada')}&gt;</s> Ines Falk &lt;${mail('ines')}&gt;<br><b>Skills Needed:</b> <s>tar,</s> knots<br><b>Outcomes:</b> <s>A float</s></p>`,
    );
    expect(found).toMatchObject({
      inserted: { iso: '2014-02-14' },
      program: { value: 'no' },
      difficulty: { raw: 'Easy', min: 1, max: 1 },
      contacts: [{ name: 'Ines Falk', email: 'ines@sea.example' }],
      skills: { items: ['knots'] },
      outcomes: null,
    });
  });
});

describe('people', () => {
  it('are each one whose mail link stands beside another', () => {
    const link = (name: string) => `<a href="mailto:${name}@sea.example">${name} Falk</a>`;
    expect(people(`Students: ${link('Ada')}, ${link('Ines')} and ${link('Bo')}`)).toEqual([
      'student: Ada Falk Ada@sea.example',
      'student: Ines Falk Ines@sea.example',
      'student: Bo Falk Bo@sea.example',
    ]);
    expect(people('<a href="/wiki/User:Ada">Ada Bell</a> <a href="mailto:ada@sea.example">email</a>')).toEqual([
      'contact: Ada Bell ada@sea.example',
    ]);
  });

  it('have the role that stands before or behind their name', () => {
    const [ada, bo] = [`Ada Bell &lt;${mail('ada')}&gt;`, `Bo Lee &lt;${mail('bo')}&gt;`];
    const both = ['mentor: Ada Bell ada@sea.example', 'student: Bo Lee bo@sea.example'];
    expect(people(`Mentor: ${ada} Student: ${bo}`)).toEqual(both);
    expect(people(`Mentor - ${ada}, Student (accepted): ${bo}`)).toEqual(both);
    expect(people(`Ada Bell (mentor) &lt;${mail('ada')}&gt;, Bo Lee (student) &lt;${mail('bo')}&gt;`)).toEqual(both);
    expect(people(`Mentor: ${ada}. Backup mentor: ${bo}`)).toEqual([
      'mentor: Ada Bell ada@sea.example',
      'mentor: Bo Lee bo@sea.example',
    ]);
  });

  it('are told apart by “or”, and found in a few words to the reader', () => {
    expect(people(`Ada Bell or Bo Lee &lt;${mail('bo')}&gt;`)).toEqual([
      'contact: Ada Bell -',
      'contact: Bo Lee bo@sea.example',
    ]);
    expect(people(`Please contact Ada Bell &lt;${mail('ada')}&gt; before you start`)).toEqual([
      'contact: Ada Bell ada@sea.example',
    ]);
    expect(people(`not Ada Bell &lt;${mail('ada')}&gt; any more`)).toEqual([]);
  });

  it('are not those of a paragraph behind them, nor nobody', () => {
    const found = fieldsOf(
      `<p><b>GSoC:</b> Yes</p><p><b>Technical contact:</b> Ada Bell &lt;${mail('ada')}&gt;</p>` +
        '<p>Floats run on Water, Oil and Mercury. The work was begun by Ines Falk and Bo Lee.</p>',
    );
    expect(found.contacts.map(({ name }) => name)).toEqual(['Ada Bell']);
    for (const nobody of ['None', 'TBD', 'N/A', 'nobody yet', 'To be decided']) expect(people(nobody)).toEqual([]);
  });

  it('are given no address of which one cannot say whose it is, and none that is no address', () => {
    expect(people('Ada Bell, Bo Lee &lt;ada@sea.example, bo@sea.example&gt;')).toEqual([
      'contact: Ada Bell -',
      'contact: Bo Lee -',
      'contact: - ada@sea.example',
      'contact: - bo@sea.example',
    ]);
    expect(people('Ada Bell &lt;ada@REMOVETHIS.sea.example&gt;')).toEqual(['contact: Ada Bell -']);
    expect(people('Ada Bell &lt;ada@sea.example&gt; (IRC: ada, UTC+1)')).toEqual(['contact: Ada Bell ada@sea.example']);
  });
});

describe('a value', () => {
  const difficulty = (text: string) => fieldsOf(`<p>GSoC: Yes<br>Difficulty: ${text}</p>`).difficulty;
  it('of two difficulties for two kinds of people is not understood', () => {
    for (const text of ['Easy for sailors, hard otherwise', 'Easy if you can swim; else difficult', 'Low ... High']) {
      expect(difficulty(text)).toMatchObject({ raw: text, min: null, max: null });
    }
    expect(difficulty('Medium, if you know advanced knots')).toMatchObject({ min: 2, max: 2 });
    expect(difficulty('- Medium')).toMatchObject({ raw: 'Medium', min: 2, max: 2 });
  });

  it('of two days is no day', () => {
    const inserted = (text: string) => fieldsOf(`<p>GSoC: Yes<br>Date of insert: ${text}</p>`).inserted.candidates;
    expect(inserted('10-12 February 2014')).toEqual([]);
    expect(inserted('12 February 2014')).toEqual(['2014-02-12']);
  });

  it('of both answers, or of a question, says neither', () => {
    const program = (text: string) => fieldsOf(`<p>Difficulty: Low<br>GSoC: ${text}</p>`).program.value;
    for (const text of ['Yes/No', 'Yes and no', 'Yes?', 'No idea']) expect(program(text)).toBe('unknown');
    expect(['Yes', 'Yes, gladly', 'No.'].map(program)).toEqual(['yes', 'yes', 'no']);
  });

  it('that is a placeholder with a full stop is missing', () => {
    const found = fieldsOf('<p>Difficulty: Unknown.<br>Skills Needed: Unknown.<br>Outcomes: Unknown.</p>');
    expect(assess(found, xen).reasons).toEqual([
      'difficulty:missing',
      'skills:missing',
      'outcomes:missing',
      'program:missing',
      'contact:no-address',
    ]);
  });
});

describe('a comment', () => {
  const states = (...texts: string[]) =>
    texts.map(text => {
      const [first] = readOne(
        idea('Float', {
          'Peer Review Comments': `<ul><li>${ICON}&#160;<b>Ada 15:24, 17 February 2014 (UTC):</b> ${text}</li></ul>`,
        }),
      ).comments;
      return first?.state;
    });
  const signature = `${user('Bo')} 15:30, 18 February 2014 (UTC)`;

  it('is open where a marker is only a word of it', () => {
    expect(
      states(
        'What remains to be <b>done</b>?',
        'This is not yet <b>done</b>',
        'Add links.<ul><li>Done?</li></ul>',
        '24',
      ),
    ).toEqual(['open', 'open', 'open', 'open']);
  });

  it('is addressed where the marker is signed', () => {
    expect(
      states(
        `Add links. <b>Done</b> --${signature}`,
        `Add links.<ul><li><b>Done</b> ${signature}</li></ul>`,
        'Add links. <b>Done</b>',
      ),
    ).toEqual(['addressed', 'addressed', 'addressed']);
  });

  it('that is struck out but for its full stop, a marker or its signature is addressed', () => {
    expect(states('<s>Add links</s>.', '<s>Add links.</s> (fixed)', '<s>Add</s> links')).toEqual([
      'addressed',
      'addressed',
      'open',
    ]);
  });
});
