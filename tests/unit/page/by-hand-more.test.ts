// Still more of what people write by hand: organisations beside people, areas with fields, fields that are headings, lists of terms in a value.
import { describe, expect, it } from 'vitest';
import { readContactsText } from '../../../utils/page/contacts.ts';

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
