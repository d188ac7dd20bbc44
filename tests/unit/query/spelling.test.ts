/** Fields that are spelled almost right: what was perhaps meant, and what was surely not. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_FIELDS } from '../../../utils/model/text.ts';
import { fieldNear } from '../../../utils/query/spelling.ts';

describe('fieldNear', () => {
  it.each([
    ['dificulty', 'difficulty'],
    ['Difficult', 'difficulty'],
    ['skils', 'skills'],
    ['mentro', 'mentor'],
    ['misssing', 'missing'],
    ['aera', 'area'],
    ['lsit', 'list'],
    ['befroe', 'before'],
    ['person', null],
    ['season', null],
    ['his', null],
    ['was', null],
    ['colour', null],
    ['x', null],
    ['', null],
  ])('%s: %s', (name, near) => {
    expect(fieldNear(name)).toBe(near);
  });

  it('finds each field from its own name, and never throws', () => {
    for (const field of TEXT_FIELDS) expect(fieldNear(field)).toBe(field);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), name => {
        expect([null, ...TEXT_FIELDS]).toContain(fieldNear(name));
      }),
    );
  });
});
