import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSession, type SessionState } from '../../../entrypoints/display/session.ts';
import type { IdeaKey } from '../../../utils/model/key.ts';
import { EMPTY_QUERY, type Query } from '../../../utils/model/query.ts';
import { idea as sample } from '../review/sample.ts';

const ideas = ['Lamp', 'Horn', 'Bell'].map(title => ({ ...sample({ title }), reasons: [], advisories: [] }));
const keys = ideas.map(idea => idea.key);
const lists = [{ id: 'peer-reviewed', heading: 'List of peer reviewed Projects', ideas: 3 }];

function open() {
  const seen: SessionState[] = [];
  return { session: createSession(ideas, lists, 'en', state => seen.push(state)), seen };
}

const asking = (text: string): Query => ({ ...EMPTY_QUERY, text });

describe('a session', () => {
  it('starts with everything, in page order', () => {
    expect(open().session.state().shown.order).toEqual(keys);
  });

  it('shows what is revealed where it stands beside what matches, until something else is asked', () => {
    const { session } = open();
    session.ask(asking('horn'));
    session.reveal([keys[0] as IdeaKey]);
    expect(session.state().view.order).toEqual([keys[1]]);
    expect(session.state().shown.order).toEqual([keys[0], keys[1]]);
    session.ask(asking('bell'));
    expect(session.state().shown.order).toEqual([keys[2]]);
  });

  it('keeps what is revealed when the same is asked again', () => {
    const { session } = open();
    session.ask(asking('horn'));
    session.reveal([keys[0] as IdeaKey]);
    session.ask(asking('horn'));
    expect(session.state().shown.order).toEqual([keys[0], keys[1]]);
  });

  it('hides again what was revealed, and nothing else', () => {
    const { session } = open();
    session.ask(asking('horn'));
    session.reveal([keys[0] as IdeaKey, keys[2] as IdeaKey]);
    session.conceal([keys[0] as IdeaKey, keys[1] as IdeaKey]);
    expect(session.state().shown.order).toEqual([keys[1], keys[2]]);
  });

  it('refuses a text that is too long: the query and what shows stay, until something else is asked', () => {
    const { session, seen } = open();
    session.ask(asking('horn'));
    session.ask(asking('horn '.repeat(2_000)));
    expect(session.state()).toMatchObject({
      query: { text: 'horn' },
      refused: { kind: 'too-long', length: 10_000 },
    });
    expect(session.state().shown.order).toEqual([keys[1]]);
    session.keep(new Set());
    expect(session.state().refused).not.toBeNull();
    session.ask(asking('horn'));
    expect(session.state().refused).toBeNull();
    expect(seen).toHaveLength(4);
  });

  it('keeps the query when bookmarks change, and follows them in the scope Bookmarked', () => {
    const { session } = open();
    session.ask({ ...EMPTY_QUERY, scope: 'bookmarked' });
    expect(session.state().shown.order).toEqual([]);
    session.keep(new Set([keys[2] as IdeaKey]));
    expect(session.state().query.scope).toBe('bookmarked');
    expect(session.state().shown.order).toEqual([keys[2]]);
  });

  it('shows every idea that matches and every idea that was revealed, and no other', () => {
    const step = fc.oneof(
      fc.constantFrom('', 'lamp', 'horn', 'e', 'zzz').map(text => ({ text })),
      fc.subarray(keys).map(reveal => ({ reveal })),
    );
    fc.assert(
      fc.property(fc.array(step), steps => {
        const { session } = open();
        let revealed = new Set<IdeaKey>();
        for (const each of steps) {
          if ('text' in each) {
            if (each.text !== session.state().query.text) revealed = new Set();
            session.ask(asking(each.text));
          } else {
            session.reveal(each.reveal);
            revealed = new Set([...revealed, ...each.reveal]);
          }
          const { view, shown } = session.state();
          expect(shown.visible).toEqual(new Set([...view.visible, ...revealed]));
          expect(new Set(shown.order)).toEqual(shown.visible);
          expect(shown.order).toHaveLength(shown.visible.size);
        }
      }),
    );
  });
});
