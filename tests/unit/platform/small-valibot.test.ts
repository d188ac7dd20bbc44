/** The stand-in for valibot in a wiki's pages answers as valibot does. */
import fc from 'fast-check';
import * as valibot from 'valibot';
import { describe, expect, it } from 'vitest';
import * as small from '../../../utils/platform/small-valibot.ts';
import { filesUnder } from '../project/sources.ts';

type Words = typeof valibot;
/** The same words; the types are valibot's in both, as in the build. */
const LIBRARIES: readonly Words[] = [valibot, small as unknown as Words];

/** Each form that messages and settings are made of. */
const FORMS: Readonly<Record<string, (v: Words) => valibot.GenericSchema>> = {
  'a text': v => v.string(),
  'a switch': v => v.boolean(),
  'a number': v => v.number(),
  anything: v => v.unknown(),
  nothing: v => v.null(),
  'one of some words': v => v.picklist(['a', 'b']),
  'one word': v => v.literal('a'),
  'a form of its own': v => v.custom<string>(value => value === 'ab' || value === 2),
  'a whole number': v => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(2)),
  'a short text': v => v.pipe(v.string(), v.maxLength(2)),
  'some text': v => v.pipe(v.string(), v.nonEmpty()),
  'a text that is checked': v =>
    v.pipe(
      v.string(),
      v.check(value => value.startsWith('a'), 'Not so.'),
    ),
  'a time': v => v.pipe(v.string(), v.isoTimestamp()),
  'a text or nothing': v => v.nullable(v.string()),
  'a short list': v => v.pipe(v.array(v.picklist(['a', 2])), v.maxLength(2)),
  'an object without properties': v => v.strictObject({}),
  'an object': v => v.strictObject({ a: v.string(), b: v.unknown() }),
  'an object that may lack something': v => v.strictObject({ a: v.exactOptional(v.string()), b: v.boolean() }),
  'an object that is checked': v =>
    v.pipe(
      v.strictObject({ a: v.unknown(), b: v.unknown() }),
      v.check(({ a, b }) => a !== b),
    ),
  'one of two objects': v =>
    v.union([
      v.strictObject({ a: v.literal(true), b: v.unknown() }),
      v.strictObject({ a: v.literal(false), b: v.array(v.string()) }),
    ]),
  'an object with anything beside': v => v.object({ a: v.boolean() }),
  'one of two kinds': v =>
    v.variant('a', [
      v.strictObject({ a: v.literal('a'), b: v.unknown() }),
      v.strictObject({ a: v.picklist(['b', 'ab']), b: v.string() }),
    ]),
  'objects in objects': v => v.strictObject({ a: v.strictObject({ b: v.nullable(v.number()) }) }),
};

const TIMES = ['2014-02-11T09:30:00Z', '2014-02-11T09:30:00.123Z', '2014-13-11T09:30:00Z', '2014-02-11', ''];
const leaves = fc.constantFrom<unknown>('a', 'b', 'ab', 'abc', '', 0, 1, 2, 3, -1, 0.5, true, false, null, ...TIMES);
/** What a message can hold, mostly of the names and values that the forms know. */
const values = fc.letrec(tie => ({
  value: fc.oneof(
    { weight: 3, arbitrary: leaves },
    { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    { weight: 3, arbitrary: fc.record({ a: tie('value'), b: tie('value') }, { requiredKeys: [] }) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom('a', 'c', 'toString'), tie('value'), { maxKeys: 2 }) },
  ),
})).value;

describe('in place of valibot, a page’s script', () => {
  it('knows every word that its messages and settings use', () => {
    const files = filesUnder(['utils/messaging', 'utils/platform'], ['.ts']).filter(
      ({ path }) => !path.endsWith('small-valibot.ts'),
    );
    const used = files.flatMap(({ text }) => [...text.matchAll(/\bv\.([a-z]\w*)\(/gu)].map(([, word]) => word));
    expect(used).toContain('strictObject');
    expect(used.filter(word => !Object.hasOwn(small, word ?? ''))).toEqual([]);
  });

  it.each(Object.entries(FORMS))('takes the same for %s', (_what, form) => {
    const [whole, part] = LIBRARIES.map(v => form(v));
    if (!whole || !part) throw new Error('There are two libraries.');
    let taken = 0;
    fc.assert(
      fc.property(values, value => {
        const wanted = valibot.is(whole, value);
        if (wanted) taken++;
        expect((small as unknown as Words).is(part, value)).toBe(wanted);
      }),
      { numRuns: 10_000 },
    );
    // Else it would hold for a form that takes nothing.
    expect(taken).toBeGreaterThan(0);
  });

  it.each([
    { value: { a: ['x'], b: true, c: 1 }, path: ['c'] },
    { value: { a: ['x'] }, path: ['b'] },
    { value: { a: ['x', 3], b: true }, path: ['a', 1] },
    { value: 'x', path: [] },
  ])('says of $value where the fault is', ({ value, path }) => {
    for (const v of LIBRARIES) {
      const { issues } = v.safeParse(v.strictObject({ a: v.array(v.string()), b: v.boolean() }), value);
      expect(issues?.[0]?.path?.map(({ key }) => key) ?? []).toEqual(path);
    }
  });

  it('gives what it takes', () => {
    const result = (small as unknown as Words).safeParse(small.string() as never, 'x');
    expect(result).toEqual({ success: true, output: 'x' });
  });
});
