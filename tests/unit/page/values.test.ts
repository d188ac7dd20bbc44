// The values of fields: dates, difficulty, contacts, skills.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readContactsText } from '../../../utils/page/contacts.ts';
import { readDate } from '../../../utils/page/dates.ts';
import { readDifficulty } from '../../../utils/page/difficulty.ts';
import { readSkillsText } from '../../../utils/page/skills.ts';
import { idea, readOne } from './read.ts';

describe('dates', () => {
  const read = (raw: string) => readDate(raw).iso ?? readDate(raw).candidates;
  it('are understood where only one reading is a day', () => {
    expect(
      ['01/22/2013', '16/01/2013', '15/11/12', '2014-02-28', '2014/02/28', '28.2.2014', '05/05/2014'].map(read),
    ).toEqual(['2013-01-22', '2013-01-16', '2012-11-15', '2014-02-28', '2014-02-28', '2014-02-28', '2014-05-05']);
  });
  it('keep both readings where two are days, the earlier one first', () => {
    expect(readDate('2/5/2014')).toEqual({ raw: '2/5/2014', iso: null, candidates: ['2014-02-05', '2014-05-02'] });
    expect(read('11/02/14')).toEqual(['2014-02-11', '2014-11-02']);
  });
  it('know the months by name', () => {
    const written = [
      '12 January 2013',
      'January 12, 2013',
      '12th of Jan. 2013',
      'Jan 12th 2013',
      '2013 January 12',
      '12-Jan-2013',
    ];
    expect(written.map(read)).toEqual(written.map(() => '2013-01-12'));
  });
  it('are none where the calendar has no such day', () => {
    for (const raw of [
      '31/02/2014',
      '29/02/2014',
      '13/13/2014',
      '00/01/2014',
      '2014-02-30',
      '31 June 2014',
      '1/2/3/2014',
      '192.168.10.14',
      'soon',
      '',
    ]) {
      expect(readDate(raw)).toEqual({ raw, iso: null, candidates: [] });
    }
    expect(read('29/02/2012')).toBe('2012-02-29');
  });
  it('never invent a number: each candidate is a real day whose day and year stand in the text', () => {
    const part = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 9999 }));
    const text = fc
      .tuple(part, fc.constantFrom('/', '-', '.', ' '), part, part)
      .map(([a, sep, b, c]) => [a, b, c].join(sep));
    fc.assert(
      fc.property(fc.oneof(text, fc.string()), raw => {
        const { candidates, iso } = readDate(raw);
        const numbers = new Set((raw.match(/\d+/g) ?? []).map(Number));
        for (const day of candidates) {
          expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
          const [year = 0, , date = 0] = day.split('-').map(Number);
          expect(numbers.has(date)).toBe(true);
          expect(numbers.has(year) || numbers.has(year - 2000)).toBe(true);
        }
        expect([...candidates].sort()).toEqual(candidates);
        expect(iso).toBe(candidates.length === 1 ? candidates[0] : null);
      }),
      { numRuns: 500 },
    );
  });
  it('have the same candidates whichever way round day and month are written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 1, max: 31 }),
        fc.integer({ min: 2000, max: 2099 }),
        (a, b, year) => {
          expect(readDate(`${a}/${b}/${year}`).candidates).toEqual(readDate(`${b}/${a}/${year}`).candidates);
          expect(readDate(`${a}/${b}/${year % 100 < 10 ? `0${year % 100}` : year % 100}`).candidates).toEqual(
            readDate(`${a}/${b}/${year}`).candidates,
          );
        },
      ),
    );
  });
});

describe('difficulty', () => {
  const read = (raw: string) => [readDifficulty(raw).min, readDifficulty(raw).max];
  it('is one of four levels', () => {
    expect(
      [
        'Easy',
        'low',
        'Beginner',
        'Medium',
        'moderate',
        'Intermediate',
        'High',
        'hard',
        'Advanced',
        'extreme',
        'Expert',
        'Extremely difficult',
      ].map(raw => read(raw)[0]),
    ).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]);
  });
  it('may be a range', () => {
    expect(read('Low-Medium')).toEqual([1, 2]);
    expect(read('easy to medium')).toEqual([1, 2]);
    expect(read('High – Medium')).toEqual([2, 3]);
    expect(read('Low–Medium')).toEqual([1, 2]);
    expect(read('Medium/High')).toEqual([2, 3]);
    expect(read('Low, Medium or Hard')).toEqual([1, 3]);
    expect(read('Moderate, to Extremely Difficult (depending on the weather)')).toEqual([2, 4]);
  });
  it('may have a note behind it', () => {
    expect(read('Easy (if you are not afraid of heights)')).toEqual([1, 1]);
    expect(read('Medium, depending on what you know')).toEqual([2, 2]);
    expect(read('High if done alone')).toEqual([3, 3]);
    expect(read('Medium.')).toEqual([2, 2]);
  });
  it('is not guessed from words that it does not know', () => {
    for (const raw of ['Not easy', 'Spicy', 'perhaps medium', 'Highland', '3', 'easygoing', '']) {
      expect(readDifficulty(raw)).toEqual({ raw, min: null, max: null });
    }
    expect(readDifficulty(null)).toEqual({ raw: null, min: null, max: null });
  });
  it('has both ends or none, in order, for any text', () => {
    const word = fc.constantFrom(
      'easy',
      'Low',
      'medium',
      'HARD',
      'expert',
      'extremely',
      'to',
      '-',
      ',',
      '(',
      ')',
      'not',
      'very',
      '/',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(word).map(words => words.join(' ')),
          fc.string(),
        ),
        raw => {
          const { min, max, raw: kept } = readDifficulty(raw);
          expect(kept).toBe(raw);
          if (min === null || max === null) expect([min, max]).toEqual([null, null]);
          else expect(min).toBeLessThanOrEqual(max);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('contacts', () => {
  const read = (text: string) =>
    readContactsText(text, words => /^unknown$/i.test(words)).map(({ name, email, role }) => [name, email, role[0]]);
  it('are a name and an address', () => {
    expect(read('Odile Marsh <odile@marsh.example>')).toEqual([['Odile Marsh', 'odile@marsh.example', 'c']]);
    expect(read('Odile Marsh (odile@marsh.example)')).toEqual([['Odile Marsh', 'odile@marsh.example', 'c']]);
    expect(read('Odile Marsh odile@marsh.example.')).toEqual([['Odile Marsh', 'odile@marsh.example', 'c']]);
    expect(read('odile@marsh.example')).toEqual([[null, 'odile@marsh.example', 'c']]);
  });
  it('are several, however they are separated', () => {
    const two = [
      ['Odile Marsh', 'o@m.example', 'c'],
      ['Bram van Tolliver', 'b@t.example', 'c'],
    ];
    for (const between of [', ', '; ', ' and ', ' & ', '\n', ' ', ', and ']) {
      expect(read(`Odile Marsh <o@m.example>${between}Bram van Tolliver <b@t.example>`)).toEqual(two);
    }
    expect(read('Odile Marsh, Bram Tolliver')).toEqual([
      ['Odile Marsh', null, 'c'],
      ['Bram Tolliver', null, 'c'],
    ]);
  });
  it('have roles', () => {
    expect(read('Mentor: Petra Quill <p@q.example>, Student: Jonas Wray')).toEqual([
      ['Petra Quill', 'p@q.example', 'm'],
      ['Jonas Wray', null, 's'],
    ]);
    expect(read('Mentors: A. Falk and B. Falk; Student: unknown')).toEqual([
      ['A. Falk', null, 'm'],
      ['B. Falk', null, 'm'],
    ]);
  });
  it('are no instructions', () => {
    expect(read('Bram Tolliver <b@t.example>; write to the list first and say which harbour you live near')).toEqual([
      ['Bram Tolliver', 'b@t.example', 'c'],
    ]);
    expect(read('Bram Tolliver <b@t.example>; please also write to dev@lists.example')).toEqual([
      ['Bram Tolliver', 'b@t.example', 'c'],
    ]);
    expect(read('Bram Tolliver <b@t.example>. Write early.')).toEqual([['Bram Tolliver', 'b@t.example', 'c']]);
    expect(read('Unknown')).toEqual([]);
    expect(read(' - ')).toEqual([]);
  });
  it('have no address when it is written so that no program reads it', () => {
    expect(read('Odile Marsh <odile at marsh dot example>')).toEqual([['Odile Marsh', null, 'c']]);
    expect(read('harbour-dev@')).toEqual([['harbour-dev@', null, 'c']]);
  });
  it('have no address that would put more into a mail than itself', () => {
    expect(read('Ines <i@f.example?bcc=all@x.example>')[0]).toEqual(['Ines', 'i@f.example', 'c']);
    fc.assert(
      fc.property(fc.string(), text => {
        for (const { email, name } of readContactsText(`Ines <i@f.example${text}`, () => false)) {
          expect(email ?? '').not.toMatch(/[\s?&<>,;"]/);
          expect(name).not.toBe('');
        }
      }),
    );
  });
  it('come from mail links too', () => {
    const contacts = (html: string) => readOne(idea('Float', { 'Technical contact': html })).contacts;
    expect(contacts('<a href="mailto:b@t.example?subject=x">Bram Tolliver</a>')).toEqual([
      { name: 'Bram Tolliver', email: 'b@t.example', role: 'contact' },
    ]);
    expect(contacts('Bram Tolliver &lt;<a href="mailto:b@t.example">b@t.example</a>&gt;<br>Ines Falk')).toEqual([
      { name: 'Bram Tolliver', email: 'b@t.example', role: 'contact' },
      { name: 'Ines Falk', email: null, role: 'contact' },
    ]);
  });
});

describe('skills', () => {
  const skills = (html: string) => readOne(idea('Float', { 'Skills Needed': html, Outcomes: 'x' })).skills;
  it('are bullets without the sentence before them', () => {
    expect(skills('Good to have:<ul><li>C</li><li>Rope<ul><li>Knots</li></ul></li></ul>')).toMatchObject({
      items: ['C', 'Rope', 'Knots'],
      form: 'bullets',
    });
  });
  it('are a list between commas, not those in parentheses', () => {
    expect(skills('C, serial protocols (RS-232, SDI-12), patience')).toMatchObject({
      items: ['C', 'serial protocols (RS-232, SDI-12)', 'patience'],
      form: 'list',
    });
    expect(skills('C<br>Python; and Rust, etc.')).toMatchObject({ items: ['C', 'Python', 'Rust'], form: 'list' });
    expect(skills('OCaml')).toMatchObject({ items: ['OCaml'], form: 'list' });
    expect(skills('C, Python, shell scripts.')).toMatchObject({
      items: ['C', 'Python', 'shell scripts'],
      form: 'list',
    });
  });
  it('are one item a sentence where they are prose', () => {
    expect(
      skills('You should know ropes, knots and boats, e.g. Small ones, etc. In short (see above). And C'),
    ).toMatchObject({
      items: ['You should know ropes, knots and boats, e.g. Small ones, etc. In short (see above).', 'And C'],
      form: 'prose',
    });
    expect(skills('<p>A good understanding of ropes, and of knots.</p><p>Some knowledge of boats</p>').items).toEqual([
      'A good understanding of ropes, and of knots.',
      'Some knowledge of boats',
    ]);
  });
  it('lose no word of a comma list', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8})?$/), { minLength: 1 }), names => {
        const wanted = names.filter(name => name !== 'etc').map(name => name.replace(/^and /, ''));
        expect(readSkillsText([names.join(', ')]).items).toEqual(wanted);
      }),
    );
  });
});
