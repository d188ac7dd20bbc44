import { describe, expect, it } from 'vitest';
import { groupReasons, noteAdvisories } from '../../../components/review/group-reasons.ts';
import type { Idea } from '../../../utils/model/idea.ts';
import { xen } from '../../../utils/profile/xen.ts';
import { assess } from '../../../utils/review/assess.ts';
import { comment, idea } from './sample.ts';

const assessed = (changes: Partial<Idea>) => assess(idea(changes), xen);

describe('what is said of the reasons', () => {
  it('counts those who are interested still, not those who were struck out', () => {
    const comments = [
      comment({ id: 'a', kind: 'interest' }),
      comment({ id: 'b', kind: 'interest', state: 'addressed' }),
      comment({ id: 'c', kind: 'interest', state: 'addressed' }),
    ];
    expect(noteAdvisories(assessed({ comments }))).toContainEqual({ code: 'comment:interest', count: 1 });
  });

  it('names nobody but those to contact where an address is missing', () => {
    const contacts = [
      { name: 'Sue Student', email: 'sue@example.org', role: 'student' },
      { name: 'Ada', email: null, role: 'mentor' },
    ] as const;
    expect(groupReasons(assessed({ contacts }))).toEqual([{ kind: 'contact', names: ['Ada'] }]);
  });
});
