// Still more of what people write by hand: organisations beside people, areas with fields, fields that are headings, lists of terms in a value.
import { describe, expect, it } from 'vitest';
import { readContactsText } from '../../../utils/page/contacts.ts';
import { ICON, idea, read, readOne, rows, titles } from './read.ts';

describe('an organisation between a name and its address', () => {
  const people = (text: string) =>
    readContactsText(text, () => false).map(({ name, email, role }) => `${role}: ${name ?? '-'} ${email ?? '-'}`);

  it('is no person', () => {
    const addresses = ['ines@x.org', 'i.falk2@x.org', 'ifalk@x.org', 'inesf@x.org'];
    for (const address of addresses) {
      expect(people(`Ines Falk, Harbour <${address}>`)).toEqual([`contact: Ines Falk ${address}`]);
      expect(people(`Ines Falk, Harbour ${address}`)).toEqual([`contact: Ines Falk ${address}`]);
    }
  });

  it('leaves roles and the people around it as they are', () => {
    expect(people('Mentors: Ada Bell and Ines Falk, Harbour <falk@x.org>, Student: Bo Lee <bo@x.org>')).toEqual([
      'mentor: Ada Bell -',
      'mentor: Ines Falk falk@x.org',
      'student: Bo Lee bo@x.org',
    ]);
    expect(people('Ada Bell, Sea (ada@x.org), Ines Falk, Harbour (falk@x.org) (mentor)')).toEqual([
      'contact: Ada Bell ada@x.org',
      'mentor: Ines Falk falk@x.org',
    ]);
  });

  it('is told from a person whom the address names', () => {
    expect(people('Ada Bell, Bo Lee <bo@x.org>')).toEqual(['contact: Ada Bell -', 'contact: Bo Lee bo@x.org']);
    expect(people('Ada Bell, Bo <bo@x.org>')).toEqual(['contact: Ada Bell -', 'contact: Bo bo@x.org']);
    expect(people('Ada Bell, Bo <b@x.org>, Harbour <info@x.org>')).toContain('contact: Harbour info@x.org');
  });

  it('or a person gets no address, nor anybody else, where it cannot be told whose that is', () => {
    for (const address of ['lee@x.org', 'me@bo.example', 'mail@x.org']) {
      expect(people(`Ada Bell, Bo <${address}>`)).toEqual(['contact: Ada Bell -', `contact: - ${address}`]);
    }
    const both = ['contact: Ada Bell -', 'contact: Ines Falk -', 'contact: - mail@x.org'];
    expect(people('Ada Bell, Ines Falk, Harbour <mail@x.org>')).toEqual(both);
    expect(people('Ada Bell and Ines Falk, Harbour <mail@x.org>')).toEqual(both);
    expect(people('Ed Bell, Freddy <fred@x.org>')).toEqual(['contact: Ed Bell -', 'contact: - fred@x.org']);
  });
});

describe('an area that says whom to ask', () => {
  const list = '<h2>New Project Ideas</h2>';
  const [contact, mailing] = ['Technical contact', 'Mailing list/forum for project'];
  const asked = `<p>${contact}: Ada Bell &lt;ada@x.org&gt;<br>${mailing}: harbour@</p>`;
  const later = '<p>Difficulty: High<br>Skills Needed: knots</p>';
  const placesOf = (html: string) => read(list + html).page.ideas.map(({ title, area }) => `${title} in ${area}`);

  const areas = [
    ['in lines', asked],
    ['in paragraphs', `<p><b>${contact}:</b> Ada Bell</p><p><b>${mailing}:</b> harbour@</p>`],
    ['behind a text', `<p>All about boats.</p>${asked}<p>Read on.</p>`],
    ['in a table', rows({ [contact]: 'Ada Bell', [mailing]: 'harbour@' })],
    [
      'in a table of two cells',
      `<table><tr><th>${contact}</th><td>Ada</td></tr><tr><th>${mailing}</th><td>h@</td></tr></table>`,
    ],
    ['in a list of terms', `<dl><dt>${contact}</dt><dd>Ada Bell</dd><dt>${mailing}</dt><dd>harbour@</dd></dl>`],
  ];
  const fields = [
    later,
    '<p>Date of insert: 1/2/2013<br>Difficulty: High</p>',
    `<p>${contact}: Bo Lee<br>Difficulty: High</p>`,
    rows({ Difficulty: 'High', Description: 'It floats.' }),
  ];
  it.each(areas)('%s is no idea, and those below it are', (_, area) => {
    for (const own of fields) {
      const reading = read(`${list}<h3>Harbour</h3>${area}<h4>Float</h4>${own}<h4>Rope</h4>${own}`);
      expect(reading.page.ideas.map(({ title, area }) => [title, area])).toEqual([
        ['Float', 'Harbour'],
        ['Rope', 'Harbour'],
      ]);
      for (const { contacts, mailingList, difficulty } of reading.page.ideas) {
        expect([contacts[0]?.name ?? 'Bo Lee', mailingList, difficulty.min]).toEqual(['Bo Lee', null, 3]);
      }
      expect(reading.regions.groups.map(({ kind, title }) => `${kind} ${title}`)).toContain('area Harbour');
    }
  });

  it('may hold a single idea, which may have inner headings', () => {
    expect(placesOf(`<h3>Harbour</h3>${asked}<h4>Float</h4>${later}`)).toEqual(['Float in Harbour']);
    const parts = `<p>Date of insert: 1/2/2013<br>GSoC: Yes</p><h5>Requirements</h5>${later}`;
    expect(placesOf(`<h3>Harbour</h3>${asked}<h4>Float</h4>${parts}`)).toEqual(['Float in Harbour']);
    expect(
      placesOf(`${idea('Bells', {}, 3)}${idea('Rope')}${idea('Sail')}<h3>Harbour</h3>${asked}<h4>Float</h4>${later}`),
    ).toEqual(['Bells in null', 'Rope in Bells', 'Sail in Bells', 'Float in Harbour']);
  });

  it('may be the list itself', () => {
    const reading = read(`<h2>Harbour</h2>${asked}<h3>Float</h3>${later}<h3>Rope</h3>${later}`);
    expect(reading.page.ideas.map(({ title, list, area }) => [title, list, area])).toEqual([
      ['Float', 'other:harbour', null],
      ['Rope', 'other:harbour', null],
    ]);
  });

  it('is told from an idea whose other fields stand under inner headings', () => {
    const about = '<h4>About</h4><p>Description: It floats.<br>Outcomes: A float</p>';
    expect(placesOf(`<h3>Float</h3>${asked}${about}<h4>Requirements</h4>${later}`)).toEqual(['Float in null']);
    const details = `${asked}<h4>Details</h4>${later}`;
    expect(placesOf(`<h3>Float</h3>${details}<h3>Rope</h3>${details}`)).toEqual(['Float in null', 'Rope in null']);
    expect(placesOf(`${idea('Rope', {}, 3)}<h3>Float</h3>${details}`)).toEqual(['Rope in null', 'Float in null']);
    const inCell = rows({
      [contact]: 'Ada',
      [mailing]: 'h@',
      Plan: '<h5>First</h5><p>Step</p>',
      Difficulty: 'Low',
      GSoC: 'Yes',
    });
    expect(titles(read(`${list}<h4>Float</h4>${inCell}`))).toEqual(['Float']);
  });

  it('is an idea where nothing stands below it, or where it has fields of an idea', () => {
    expect(placesOf(`<h3>Harbour</h3>${asked}<h3>Float</h3>${later}`)).toEqual(['Harbour in null', 'Float in null']);
    const own = `<p>${contact}: Ada Bell<br>Difficulty: Low</p>`;
    expect(placesOf(`<h3>Bells</h3>${own}<h4>Float</h4>${later}<h4>Rope</h4>${later}`)).toEqual([
      'Bells in null',
      'Float in Bells',
      'Rope in Bells',
    ]);
  });
});

describe('a heading inside an idea that names exactly a field', () => {
  const own = '<p><b>GSoC:</b> Yes<br><b>Mailing list/forum for project:</b> boats@</p>';
  const fieldsOf = (content: string) => readOne(`<h3>Float</h3>${content}`);
  const old = (title: string) =>
    `<h4><span class="mw-headline"><span class="mw-headline-number">1.1</span> ${title}</span><span class="mw-editsection">[edit]</span></h4>`;
  const wrapped = (title: string) =>
    `<div class="mw-heading mw-heading4"><h4>${title}</h4><span class="mw-editsection">[edit]</span></div>`;

  it.each([
    ['plain', (title: string) => `<h4>${title}</h4>`],
    ['with a colon, in small letters', (title: string) => `<h4><b>${title.toLowerCase()}:</b></h4>`],
    ['of an older MediaWiki', old],
    ['of a newer MediaWiki', wrapped],
    ['of Parsoid', (title: string) => `</section><section><h4>${title}</h4>`],
  ])('begins it: %s', (_, head) => {
    const found = fieldsOf(
      `<section>${own}${head('Description')}\n<p>It floats.</p><p>It rises.</p>${head('Skills Needed')}\n<ul><li>C</li><li>knots</li></ul>` +
        `${head('Difficulty')}<p>Low</p><p>High is the tide.</p>${head('Technical contact')}<p>Ada Bell &lt;ada@x.org&gt;</p>` +
        `${head('Outcomes')}<p>A float</p>${head('Plan')}<p>Soon.</p></section>`,
    );
    expect(found).toMatchObject({
      description: 'It floats. It rises.',
      skills: { items: ['C', 'knots'] },
      difficulty: { raw: 'Low', min: 1 },
      contacts: [{ name: 'Ada Bell', email: 'ada@x.org' }],
      outcomes: 'A float',
    });
  });

  it('ends it at the next label or heading, not at a deeper one', () => {
    const found = fieldsOf(
      `${own}<h4>Description</h4><p>It floats.</p><h5>Past</h5><p>It sank.</p><h4>Plan</h4><p>Soon.</p>` +
        '<h4>Skills Needed</h4><p>C</p><p><b>Outcomes:</b> A float</p>',
    );
    expect(found).toMatchObject({
      description: 'It floats. Past It sank.',
      skills: { items: ['C'] },
      outcomes: 'A float',
    });
    expect(fieldsOf(`${own}<div><h4>Description</h4><p>It floats.</p></div><p>See also.</p>`).description).toBe(
      'It floats.',
    );
  });

  it('with nothing under it has no value', () => {
    const found = fieldsOf(
      `${own}<h4>Difficulty</h4><h4>Skills Needed</h4><h4>Outcomes</h4><h4>Plan</h4><p>Low</p><h4>Description</h4>`,
    );
    expect(found).toMatchObject({
      difficulty: { raw: null },
      skills: { raw: null },
      outcomes: null,
      description: null,
    });
  });

  it('is the first of the two or comes too late, as labels do', () => {
    const headed = '<h4>Skills Needed</h4><p>C</p>';
    const labelled = '<p><b>Skills Needed:</b> Go</p>';
    expect(fieldsOf(own + headed + labelled).skills.items).toEqual(['C']);
    expect(fieldsOf(own + labelled + headed).skills.items).toEqual(['Go']);
  });

  it('is no idea, whatever stands under it', () => {
    expect(fieldsOf(`${own}<h4>Description</h4><p>GSoC: Yes<br>Skills Needed: C</p>`).skills.items).toEqual(['C']);
    const ideas = '<h4>Rope</h4><p>GSoC: Yes<br>Difficulty: Low</p><h4>Sail</h4><p>GSoC: Yes<br>Difficulty: Low</p>';
    const reading = read(`<h2>Ideas</h2><h3>Float</h3>${own}<h4>Outcomes</h4><p>A float</p>${ideas}`);
    expect(titles(reading)).toEqual(['Float', 'Rope', 'Sail']);
    expect(reading.page.ideas[0]?.outcomes).toBe('A float');
    const asked = '<p>Technical contact: Ada Bell<br>IRC channel for project: #x</p>';
    expect(
      fieldsOf(`${asked}<h4>Description</h4><p>It floats.</p><p>Difficulty: Low<br>GSoC: Yes</p>`).description,
    ).toBe('It floats.');
  });

  it('begins none in a cell of a field, in its box or under a part of a text', () => {
    const wrong = '<h4>Outcomes</h4><p>wrong</p>';
    const inCell = rows({ GSoC: 'Yes', Description: `A float.${wrong}`, Outcomes: 'right' });
    expect(fieldsOf(inCell)).toMatchObject({ description: 'A float. Outcomes wrong', outcomes: 'right' });
    const inBox = `<div><b>GSoC:</b> Yes</div><div><b>Description:</b> A float.${wrong}</div><div><b>Outcomes:</b> right</div>`;
    expect(fieldsOf(inBox).outcomes).toBe('right');
    const step = (number: number) => `<h4>Step ${number}</h4><p>Swim.</p><h5>Outcomes</h5><p>wrong</p>`;
    const steps = `${own}<p><b>Description:</b> A float.</p>${step(1)}${step(2)}`;
    expect(fieldsOf(`${steps}<p><b>Outcomes:</b> right</p>`).outcomes).toBe('right');
    expect(fieldsOf(`${steps}<h4>Outcomes</h4><p>right</p>`)).toMatchObject({
      description: 'A float. Step 1 Swim. Outcomes wrong Step 2 Swim. Outcomes wrong',
      outcomes: 'right',
    });
    expect(fieldsOf(`${own}<table><tr><td>${wrong}</td></tr></table>`).outcomes).toBeNull();
  });

  it('may stand under one that only groups', () => {
    const found = fieldsOf(
      `${own}<h4>Details</h4><h5>Description</h5><p>It floats.</p><h5>Outcomes</h5><p>A float</p>`,
    );
    expect(found).toMatchObject({ description: 'It floats.', outcomes: 'A float' });
  });

  it('leaves the labels behind it what they are', () => {
    const table = (label: string, value: string) => `<table><tr><th>${label}</th><td>${value}</td></tr></table>`;
    const found = fieldsOf(
      `${table('GSoC', 'Yes')}${table('Difficulty', 'Low')}<h4>Description</h4><p>It floats.</p><ul><li>Outcomes: wrong</li></ul>` +
        `<h4>More</h4>${table('Skills Needed', 'C')}`,
    );
    expect(found).toMatchObject({
      description: 'It floats. Outcomes: wrong',
      skills: { items: ['C'] },
      outcomes: null,
    });
  });

  it('may hold the comments of reviewers', () => {
    const { comments } = fieldsOf(`${own}<h4>Peer Review Comments</h4><ul><li>${ICON}&#160;How big?</li></ul>`);
    expect(comments).toMatchObject([{ text: 'How big?', misplaced: false }]);
  });
});
