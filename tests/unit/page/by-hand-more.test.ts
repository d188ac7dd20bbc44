// Still more of what people write by hand: organisations beside people, areas with fields, fields that are headings, lists of terms in a value.
import { describe, expect, it } from 'vitest';
import { readContactsText } from '../../../utils/page/contacts.ts';
import { idea, read, rows, titles } from './read.ts';

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
