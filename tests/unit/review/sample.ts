/** Ideas and comments for tests of the attention rules: complete unless a test says otherwise. */
import type { Comment } from '../../../utils/model/comment.ts';
import type { Idea } from '../../../utils/model/idea.ts';
import { ideaKey } from '../../../utils/model/key.ts';

/** An idea with nothing to complain about, standing in a reviewed list of the Xen profile. */
export function idea(changes: Partial<Idea> = {}): Idea {
  const title = changes.title ?? 'A quiet kettle';
  return {
    key: ideaKey(title),
    anchor: null,
    title,
    list: 'peer-reviewed',
    area: 'Kitchen',
    inserted: { raw: '2014-01-30', iso: '2014-01-30', candidates: ['2014-01-30'] },
    verified: { raw: '2014-02-28', iso: '2014-02-28', candidates: ['2014-02-28'] },
    program: { raw: 'Yes', value: 'yes' },
    contactRaw: 'Ada <ada@example.org>',
    contacts: [{ name: 'Ada', email: 'ada@example.org', role: 'contact' }],
    mailingList: null,
    irc: null,
    difficulty: { raw: 'Medium', min: 2, max: 2 },
    skills: { raw: 'C', items: ['C'], form: 'list' },
    description: 'A kettle that does not whistle.',
    outcomes: 'A quieter kitchen.',
    outcomesRaw: 'A quieter kitchen.',
    comments: [],
    text: title,
    ...changes,
  };
}

/** A signed, open review comment in its place. */
export function comment(changes: Partial<Comment> = {}): Comment {
  return {
    id: 'c1',
    author: 'Grace',
    timestamp: '2014-02-17T15:24Z',
    kind: 'review',
    state: 'open',
    text: 'Please say how loud it is now.',
    misplaced: false,
    ...changes,
  };
}
