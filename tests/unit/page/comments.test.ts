// Comments: found by their icon wherever they stand; whose, when, of which kind, in which state.
import { describe, expect, it } from 'vitest';
import { codes, ICON, idea, read, readOne, user } from './read.ts';

const REVIEW = 'Peer Review Comments';
const inReview = (html: string) => readOne(idea('Float', { [REVIEW]: html })).comments;
const head = `${ICON}&#160;<b>${user('Wickham')} 15:24, 17 February 2014 (UTC):</b>`;

describe('the icon', () => {
  const icons: Readonly<Record<string, string>> = {
    'an image with a text': '<img alt="Pictogram voting comment 15px.png" src="data:,">',
    'an image without text':
      '<span typeof="mw:File"><a href="/x"><img src="/images/b/bc/Pictogram_voting_comment_15px.png"></a></span>',
    'a thumbnail': '<img src="/thumb/b/bc/Pictogram_voting_comment.svg/15px-Pictogram_voting_comment.svg.png">',
    'an escaped address': '<img src="/images/pictogram%20voting%20COMMENT%2015px.png">',
    'a figure':
      '<figure typeof="mw:File"><a href="./x"><img resource="./File:Pictogram_voting_comment_15px.png" src="data:,"></a></figure>',
    'a saved image in a link to its file':
      '<a href="/wiki/File:Pictogram_voting_comment_15px.png"><img src="data:,"></a>',
    'a missing file':
      '<a href="/index.php?title=Special:Upload&wpDestFile=Pictogram_voting_comment_15px.png" class="new">File:Pictogram voting comment 15px.png</a>',
  };
  for (const [name, icon] of Object.entries(icons)) {
    it(`is found as ${name}`, () => {
      expect(inReview(`<ul><li>${icon}&#160;<b>Wickham</b> How big?</li></ul>`)).toMatchObject([
        { author: 'Wickham', text: 'How big?' },
      ]);
    });
  }

  it('is not any other image or a mere link to its file', () => {
    const html =
      '<img alt="Icon Info.png" src="/Icon_Info.png"> Note <a href="/wiki/File:Pictogram_voting_comment_15px.png">this icon</a>';
    expect(inReview(html)).toEqual([]);
  });
});

describe('author and time', () => {
  const signed = (html: string) => {
    const [comment] = inReview(`<ul><li>${ICON}&#160;${html}</li></ul>`);
    return comment && [comment.author, comment.timestamp, comment.text];
  };
  const WHEN = '2014-02-17T15:24Z';

  it('are those of the signature in front', () => {
    expect(signed(`<b>${user('Wickham')} 15:24, 17 February 2014 (UTC):</b> How big?`)).toEqual([
      'Wickham',
      WHEN,
      'How big?',
    ]);
  });
  it('leave out the link to the talk page', () => {
    const talk = '<a href="/wiki/User_talk:Wickham" title="User talk:Wickham">talk</a>';
    expect(signed(`<b>${user('Wickham')} (${talk}) 15:24, 17 February 2014 (UTC):</b> How big?`)).toEqual([
      'Wickham',
      WHEN,
      'How big?',
    ]);
  });
  it('are those of a user without a page, by name and not by the words of the link', () => {
    const link =
      '<a class="new" href="/index.php?title=User:Odile_Marsh&action=edit&redlink=1" title="User:Odile Marsh (page does not exist)">O.</a>';
    expect(signed(`<b>${link} 15:24, 17 February 2014 (UTC):</b> How big?`)).toEqual(['Odile Marsh', WHEN, 'How big?']);
    expect(signed('<b><a href="./User:Odile_Marsh">O.</a>:</b> How big?')).toEqual(['Odile Marsh', null, 'How big?']);
  });
  it('are those of somebody without an account', () => {
    expect(signed('<b><a href="/wiki/Special:Contributions/192.0.2.7">192.0.2.7</a>:</b> How big?')).toEqual([
      '192.0.2.7',
      null,
      'How big?',
    ]);
  });
  it('may be a plain name, with or without a time', () => {
    expect(signed('<b>Ines Falk 15:24, 17 February 2014 (UTC):</b> How big?')).toEqual(['Ines Falk', WHEN, 'How big?']);
    expect(signed('<b>pebble</b> How big?')).toEqual(['pebble', null, 'How big?']);
    expect(signed('Ines Falk 15:24, 17 February 2014 (UTC): How big?')).toEqual(['Ines Falk', WHEN, 'How big?']);
  });
  it('may stand at the end', () => {
    expect(signed(`<b>Comment</b> How big? --${user('Wickham')} 15:24, 17 February 2014 (UTC)`)).toEqual([
      'Wickham',
      WHEN,
      'How big?',
    ]);
  });
  it('are missing when nobody is named', () => {
    expect(signed('<b>Comment</b> How big?')).toEqual([null, null, 'How big?']);
    expect(signed('How big?')).toEqual([null, null, 'How big?']);
    expect(signed('<b>15:24, 17 February 2014 (UTC):</b> How big?')).toEqual([null, WHEN, 'How big?']);
    expect(signed('<b>How big is it, please?</b>')).toEqual([null, null, 'How big is it, please?']);
  });
  it('are not taken from the words of the comment', () => {
    expect(signed(`<b>pebble</b> I agree with ${user('Wickham')}, see 15:24, 17 February 2014 (UTC) above`)).toEqual([
      'pebble',
      null,
      'I agree with Wickham, see 15:24, 17 February 2014 (UTC) above',
    ]);
  });
  it('read the time in each order that MediaWiki writes, and no impossible one', () => {
    expect(signed('<b>Ines 15:24, February 17, 2014 (UTC):</b> x')).toEqual(['Ines', WHEN, 'x']);
    expect(signed('<b>Ines 15:24, 2014 February 17 (UTC):</b> x')).toEqual(['Ines', WHEN, 'x']);
    expect(signed('<b>Ines 2014-02-17T15:24:09 (UTC):</b> x')).toEqual(['Ines', WHEN, 'x']);
    expect(signed('<b>Ines 25:24, 17 February 2014 (UTC):</b> x')?.[1]).toBeNull();
    expect(signed('<b>Ines 15:24, 30 February 2014 (UTC):</b> x')?.[1]).toBeNull();
  });
});

describe('the state', () => {
  const states = (html: string) => inReview(html).map(comment => [comment.text, comment.state]);

  it('is open as long as the comment stands there', () => {
    expect(states(`<ul><li>${head} Done by whom?</li></ul>`)).toEqual([['Done by whom?', 'open']]);
  });
  it('is addressed when the comment or its words are struck out', () => {
    expect(
      states(
        `<ul><li><s>${head} x</s></li><li>${head} <del>y</del></li><li><strike>${head}</strike> <s>z</s></li></ul>`,
      ),
    ).toEqual([
      ['x', 'addressed'],
      ['y', 'addressed'],
      ['z', 'addressed'],
    ]);
  });
  it('stays open when only some of its words are struck out', () => {
    expect(states(`<ul><li>${head} <s>How big?</s> And how old?</li></ul>`)).toMatchObject([
      ['How big? And how old?', 'open'],
    ]);
  });
  it('is addressed by a reply that is a marker, with or without a signature', () => {
    const replies = ['done', 'Done.', '<b>Fixed!</b>', `resolved ${user('Ines')} 16:00, 18 February 2014 (UTC)`];
    for (const reply of replies) {
      expect(states(`<ul><li>${head} x<ul><li>${reply}</li></ul></li></ul>`)).toEqual([['x', 'addressed']]);
      expect(states(`<ul><li>${head} x<dl><dd>${reply}</dd></dl></li></ul>`)).toEqual([['x', 'addressed']]);
    }
    expect(states(`${head} x<dl><dd>done</dd></dl>`)).toEqual([['x', 'addressed']]);
  });
  it('stays open after any other reply', () => {
    expect(states(`<ul><li>${head} x<ul><li>I will do this when I am done</li></ul></li></ul>`)).toEqual([
      ['x', 'open'],
    ]);
  });
  it('is addressed by a marker of its own behind its words, as templates write it', () => {
    expect(states(`<ul><li>${head} x <img src="/Yes.png" alt=""> <b>Done</b></li></ul>`)[0]?.[1]).toBe('addressed');
  });
  it('of a reply with an icon is its own; as a marker it settles both', () => {
    const html = (words: string) => `<ul><li>${head} x<ul><li>${ICON} <b>Ines</b> ${words}</li></ul></li></ul>`;
    expect(states(html('Why?'))).toEqual([
      ['x', 'open'],
      ['Why?', 'open'],
    ]);
    expect(states(html('done'))).toEqual([
      ['x', 'addressed'],
      ['done', 'addressed'],
    ]);
  });
  it('of a comment does not come from the replies to a reply that is a comment', () => {
    const inner = `<ul><li>${ICON} <b>Ines</b> Why?<ul><li>done</li></ul></li></ul>`;
    expect(states(`<ul><li>${head} x${inner}</li></ul>`)).toEqual([
      ['x', 'open'],
      ['Why?', 'addressed'],
    ]);
  });
});

it('interest is told from review', () => {
  const kinds = inReview(
    `<ul><li>${ICON} <b>Tess</b> I am interested in this idea</li><li>${ICON} <b>Tess</b> Hi, I am Interested to work</li><li>${head} interesting</li></ul>`,
  );
  expect(kinds.map(comment => comment.kind)).toEqual(['interest', 'interest', 'review']);
});

describe('a comment outside the review field', () => {
  it('in the description is misplaced and no part of that', () => {
    const float = readOne(
      idea('Float', { Description: `A float.<ul><li>One step</li></ul>${head} How big?`, Outcomes: 'It rises' }),
    );
    expect(float.description).toBe('A float. One step');
    expect(float.comments).toMatchObject([{ text: 'How big?', misplaced: true }]);
    expect(float.text).toContain('How big?');
  });
  it('after the idea’s own block belongs to the idea before it', () => {
    const reading = read(`<h2>Ideas</h2>${idea('A')}<ul><li>${head} How big?</li></ul><p><br></p>${idea('B')}`);
    expect(reading.page.ideas.map(one => one.comments.length)).toEqual([1, 0]);
    expect(reading.page.ideas[0]?.comments[0]?.misplaced).toBe(true);
  });
  it('takes its bullet and the replies in it along', () => {
    const float = readOne(
      idea('Float', {
        Description: `A float.<ul><li>One step</li><li>${head} How big?<ul><li>Not very.</li></ul></li></ul>`,
      }),
    );
    expect(float.description).toBe('A float. One step');
  });
  it('and before every idea belongs to nobody: said in lists, not in the rules', () => {
    const reading = read(
      `<p>${head} x</p><h2>Rules</h2><p>${head} x</p><h2>New project ideas</h2><p>${head} x</p>${idea('A')}`,
    );
    expect(reading.page.ideas[0]?.comments).toEqual([]);
    expect(codes(reading)).toEqual(['comment-without-idea']);
  });
});

describe('several comments', () => {
  it('may share one cell', () => {
    expect(
      inReview(`(delete as addressed)<br>${head} x<br>${ICON} <b>Ines</b> y`).map(({ author, text }) => [author, text]),
    ).toEqual([
      ['Wickham', 'x'],
      ['Ines', 'y'],
    ]);
  });
  it('have different ids, also with the same words on one idea and on two', () => {
    const ideas = read(
      `<h2>Ideas</h2>${['A', 'B'].map(title => idea(title, { [REVIEW]: `<ul><li>${head} x</li><li>${head} x</li></ul>` })).join('')}`,
    ).page.ideas;
    const ids = ideas.flatMap(one => one.comments.map(comment => comment.id));
    expect(new Set(ids).size).toBe(4);
  });
  it('have the same id when the page is read again and their state has changed', () => {
    const id = (html: string) => inReview(html)[0]?.id;
    expect(id(`<ul><li><s>${head} x</s></li></ul>`)).toBe(id(`<ul><li>${head} x</li></ul>`));
  });
});
