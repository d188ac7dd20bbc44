/**
 * What rewrites a page under the lens, done by scripts in the page's own world in the way that MediaWiki's editors, gadgets and
 * Chrome's translation do it: afterwards the page is read again, asked for the same, and nothing stands twice.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isAsRemembered, type LensPage, remember } from './lens-page.ts';
import { EXPECTED, type Opened, openSample, WIKI } from './sample.ts';

let opened: Opened;
let lens: LensPage;
beforeAll(async () => {
  opened = await openSample();
});
afterEach(async () => {
  await lens.page.close();
  await opened.storeSwitch(true);
});
afterAll(() => opened.browser.close());

/** Opens the sample with the panels there, as after a moment of reading. */
async function open(url?: string): Promise<void> {
  lens = await opened.openLens(url);
  await lens.search.focus();
  await lens.page.keyboard.press('Escape');
  await lens.bar.getByRole('button', { name: 'More' }).click();
  await lens.page.keyboard.press('Escape');
  await lens.search.blur();
}

/** Runs `change` in the page and waits until another lens stands, with tools at each of `count` ideas. */
async function rewrite(change: () => void, count = 31): Promise<void> {
  await lens.page.evaluate(() => Object.assign(globalThis, { firstBar: document.querySelector('idea-lens-toolbar') }));
  await lens.page.evaluate(change);
  await again(count);
}

async function again(count = 31): Promise<void> {
  await lens.page.waitForFunction(expected => {
    const { firstBar } = globalThis as { firstBar?: Element };
    const bar = document.querySelector('idea-lens-toolbar');
    return bar && bar !== firstBar && document.querySelectorAll('idea-lens-idea').length === expected;
  }, count);
}

/** Nothing of ours stands twice, and each idea and comment has its own. */
async function nothingTwice(count = 31): Promise<void> {
  const comments = EXPECTED.ideas.flatMap(idea => idea.comments).length;
  await expect.poll(() => lens.page.locator('idea-lens-comment').count()).toBe(comments);
  const found = await lens.page.evaluate(() => {
    const marked = [...document.querySelectorAll('[data-idea-lens-idea]')];
    return {
      bars: document.querySelectorAll('idea-lens-toolbar').length,
      lists: document.querySelectorAll('idea-lens-list').length <= 1,
      ideas: marked.length,
      keys: new Set(marked.map(each => each.getAttribute('data-idea-lens-idea'))).size,
      tools: document.querySelectorAll('idea-lens-idea').length,
      nested: document.querySelectorAll('section[data-idea-lens-section] section[data-idea-lens-section]').length,
    };
  });
  expect(found).toEqual({ bars: 1, lists: true, ideas: count, keys: count, tools: count, nested: 0 });
}

/** The page is what it would be without the lens: `change` on a page where it is off gives the same bytes. */
async function offIsAsIfNeverThere(change: () => void): Promise<void> {
  const bytes = () => lens.page.evaluate(() => document.documentElement.outerHTML);
  await lens.bar.getByRole('switch', { name: 'Idea Lens' }).click();
  await lens.bar.waitFor({ state: 'detached' });
  await expect.poll(opened.isStoredOff).toBe(true);
  const here = await bytes();
  const plain = await opened.open();
  await plain.evaluate(change);
  expect(here).toBe(await plain.evaluate(() => document.documentElement.outerHTML));
  await plain.close();
}

/** As VisualEditor does after a save: the new HTML comes as text, and takes the place of all there is. */
const saveAsVisualEditor = () => {
  const content = document.querySelector('#mw-content-text');
  // What the server sends is the page as it is stored.
  const { stored } = globalThis as { stored?: Element };
  content?.replaceChildren(...(stored ? document.importNode(stored, true).childNodes : []));
};

/** The content as the server sends it. */
async function withStored(): Promise<void> {
  await lens.page.evaluate(async () => {
    const answer = await fetch(location.href);
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    Object.assign(globalThis, { stored: page.querySelector('#mw-content-text') });
  });
}

const top = async (title: string) => (await lens.heading(title).boundingBox())?.y ?? Number.NaN;

describe('a save in VisualEditor', () => {
  it('keeps what was asked for, in which order, and nothing stands twice', async () => {
    await open();
    await withStored();
    await lens.choose('Needs review');
    await lens.sort('Title', 'Descending');
    const titles = await lens.titles();
    await rewrite(saveAsVisualEditor);
    await lens.says('14 of 31 ideas');
    await expect.poll(() => lens.titles()).toEqual(titles);
    await nothingTwice();
  });

  it('keeps the idea that is being read where it is on the screen', async () => {
    await open();
    await withStored();
    await lens.choose('Needs review');
    await lens.says('14 of 31 ideas');
    const title = 'Fog horn that listens first';
    await lens
      .heading(title)
      .evaluate(each => scrollBy({ top: each.getBoundingClientRect().top - 200, behavior: 'instant' }));
    await expect.poll(() => top(title)).toBeLessThan(210);
    const before = await top(title);
    await rewrite(saveAsVisualEditor);
    await lens.says('14 of 31 ideas');
    await nothingTwice();
    await expect.poll(async () => Math.abs((await top(title)) - before)).toBeLessThanOrEqual(2);
  });

  it('leaves the keyboard in the search, its caret where it was, and what is typed next arrives', async () => {
    await open();
    await withStored();
    await lens.search.fill('paper rolls');
    for (const _ of 'rolls') await lens.page.keyboard.press('ArrowLeft');
    await rewrite(saveAsVisualEditor);
    await lens.page.keyboard.type('tide ');
    expect(await lens.search.inputValue()).toBe('paper tide rolls');
    await lens.says('1 of 31 ideas');
  });

  it('opens the list of values again that was open', async () => {
    await open();
    await withStored();
    await lens.bar.getByRole('button', { name: /^Filters/u }).click();
    await lens.bar.getByRole('button', { name: /^Difficulty/u }).click();
    await lens.bar
      .getByRole('dialog')
      .getByRole('checkbox', { name: /^Medium/u })
      .click();
    await rewrite(saveAsVisualEditor);
    await lens.bar.getByRole('dialog').waitFor();
    expect(
      await lens.bar
        .getByRole('dialog')
        .getByRole('checkbox', { name: /^Medium/u })
        .isChecked(),
    ).toBe(true);
  });

  it('keeps bookmarks', async () => {
    await open();
    await withStored();
    await lens.bookmark('Quiet hours').click();
    await expect.poll(() => lens.bookmark('Quiet hours').getAttribute('aria-pressed')).toBe('true');
    await lens.choose('Bookmarked');
    await lens.says('1 of 31 ideas');
    await rewrite(saveAsVisualEditor);
    await lens.says('1 of 31 ideas');
    await expect.poll(() => lens.titles()).toEqual(['Quiet hours']);
    expect(await lens.bookmark('Quiet hours').getAttribute('aria-pressed')).toBe('true');
    await lens.bookmark('Quiet hours').click();
    await lens.says('0 of 31 ideas');
  });

  it('shows what was written', async () => {
    await open();
    await rewrite(() => {
      const output = document.querySelector('.mw-parser-output') as HTMLElement;
      const copy = new DOMParser().parseFromString(output.outerHTML, 'text/html').body.firstElementChild as Element;
      for (const ours of copy.querySelectorAll('idea-lens-toolbar, idea-lens-notes, idea-lens-idea, [class=x]'))
        ours.remove();
      const heading = copy.querySelector('[id="Quiet_hours"]') as Element;
      heading.textContent = 'Loud hours';
      output.replaceWith(copy);
    });
    await lens.search.fill('title:loud');
    await lens.says('1 of 31 ideas');
  });
});

describe('a page whose ideas', () => {
  it('go is left alone, and has the lens again when they come back', async () => {
    await open();
    await withStored();
    await lens.page.evaluate(() => {
      (document.querySelector('#mw-content-text') as Element).replaceChildren('Nothing here any more.');
    });
    await remember(lens.page);
    await lens.page.evaluate(() => Object.assign(globalThis, { firstBar: null }));
    const popup = await opened.browser.openExtensionPage('popup.html');
    await popup.close();
    await isAsRemembered(lens.page);
    await lens.page.evaluate(saveAsVisualEditor);
    await again();
    await nothingTwice();
  });

  it('come later has the lens then', async () => {
    const page = await opened.open(`${WIKI}/wiki/Main_Page`);
    lens = { ...(await opened.openLens()), page };
    await page.evaluate(bringIdeas);
    await again();
    expect(await page.locator('idea-lens-toolbar').count()).toBe(1);
  });

  it('come later, where the lens is switched off, have it when it is switched on', async () => {
    await opened.storeSwitch(false);
    const page = await opened.open(`${WIKI}/wiki/Main_Page`);
    // For what comes after each test; no lens is on this page.
    lens = { ...lens, page };
    await page.evaluate(bringIdeas);
    await remember(page);
    // Longer than the page is given to stand still.
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 300)));
    await isAsRemembered(page);
    await opened.storeSwitch(true);
    await again();
    expect(await page.locator('idea-lens-toolbar').count()).toBe(1);
  });
});

/** Puts the content of the ideas page in the place of what stands there, as a script that loads pages without leaving does. */
async function bringIdeas(): Promise<void> {
  const answer = await fetch('/wiki/Lanternfish_ideas');
  const other = new DOMParser().parseFromString(await answer.text(), 'text/html');
  document
    .querySelector('#mw-content-text')
    ?.replaceChildren(...(other.querySelector('#mw-content-text')?.childNodes ?? []));
}

/** A gadget's ways with the page; each is run on a page with the lens, filtered and sorted, and on one without. */
const GADGETS: readonly [name: string, change: () => void, count: number][] = [
  [
    'puts a paragraph between two ideas',
    () => {
      const note = document.createElement('p');
      note.textContent = 'A gadget was here.';
      const heading = document.querySelector('[id="Quiet_hours"]')?.closest('h4');
      heading?.parentNode?.insertBefore(note, heading);
    },
    31,
  ],
  [
    'adds words inside an idea',
    () => {
      const cell = document.querySelector('[id="Quiet_hours"]')?.closest('h4')?.parentElement;
      const table = [...(cell?.querySelectorAll('table.harbour-idea') ?? [])].find(each =>
        each.textContent?.includes('The bells must not ring'),
      );
      table?.querySelector('tr:nth-child(7) td')?.append(' Zeppelins, too.');
    },
    31,
  ],
  [
    'takes an idea away',
    () => {
      const heading = document.querySelector('[id="Quiet_hours"]')?.closest('h4');
      const table = [...document.querySelectorAll('table.harbour-idea')].find(each =>
        each.textContent?.includes('The bells must not ring'),
      );
      heading?.remove();
      table?.remove();
    },
    30,
  ],
  [
    'wraps all content in a box of its own',
    () => {
      const output = document.querySelector('.mw-parser-output');
      const box = document.createElement('div');
      box.className = 'gadget-box';
      box.append(...(output?.childNodes ?? []));
      output?.append(box);
    },
    31,
  ],
  [
    'adds an idea',
    () => {
      const table = document.createElement('table');
      const body = table.createTBody();
      for (const words of ['Technical contact: Petra Quill', 'Difficulty: Easy', 'Description: Later than the others.'])
        body.insertRow().insertCell().textContent = words;
      const heading = document.createElement('h4');
      heading.textContent = 'A late idea';
      const before = document.querySelector('[id="New_Project_Ideas"]')?.closest('h2');
      before?.before(heading, table);
    },
    32,
  ],
];

describe.each(GADGETS)('a gadget that %s', (_name, change, count) => {
  it('is read again, keeps the query, and its work stays when the lens goes', async () => {
    await open();
    await lens.choose('Needs review');
    await lens.sort('Title');
    const before = await lens.titles();
    await rewrite(change, count);
    await lens.page.waitForFunction(total => {
      const root = document.querySelector('idea-lens-toolbar')?.shadowRoot;
      return root?.querySelector('[role="status"]')?.textContent?.endsWith(` of ${total} ideas`);
    }, count);
    await nothingTwice(count);
    const after = await lens.titles();
    expect(after).toEqual(
      [...before, ...after.filter(title => title === 'A late idea')]
        .filter(title => count !== 30 || title !== 'Quiet hours')
        .toSorted(new Intl.Collator('en', { numeric: true }).compare),
    );
    await lens.choose('All');
    await lens.bar.getByRole('button', { name: 'Clear all' }).click();
    await offIsAsIfNeverThere(change);
  });
});

/** As jquery.makeCollapsible does: content into a box, the control before it. */
const foldIdea = () => {
  const table = [...document.querySelectorAll('table.harbour-idea')].find(each =>
    each.textContent?.includes('The bells must not ring'),
  );
  const cell = table?.querySelector('tr:nth-child(7) td');
  const toggle = document.createElement('span');
  toggle.className = 'mw-collapsible-toggle mw-collapsible-toggle-default';
  toggle.append(
    Object.assign(document.createElement('a'), { className: 'mw-collapsible-text', textContent: 'Collapse' }),
  );
  const box = document.createElement('div');
  box.className = 'mw-collapsible-content';
  box.append(...(cell?.childNodes ?? []));
  cell?.append(toggle, box);
  // Folding alone changes nothing that was read: these words do.
  box.append(' Zeppelins come, too.');
};

describe('an idea that the wiki has folded', () => {
  it('does not say what its control says', async () => {
    await open();
    await rewrite(foldIdea);
    await lens.search.fill('collapse');
    await lens.says('0 of 31 ideas');
    await lens.search.fill('zeppelins');
    await lens.says('1 of 31 ideas');
  });
});

describe('a gadget that answers to each new lens', () => {
  const takeBarAway = () => {
    const answer = () => document.querySelector('idea-lens-toolbar')?.remove();
    new MutationObserver(answer).observe(document.body, { childList: true, subtree: true });
    answer();
  };

  it('makes it step aside with a sentence, the page whole; on demand it tries again', async () => {
    await open();
    await lens.choose('Needs review');
    await lens.page.evaluate(takeBarAway);
    const sentence = lens.page.getByText('A script of this page keeps taking Idea Lens apart');
    await sentence.waitFor();
    expect(await lens.page.locator('[data-idea-lens-idea], idea-lens-idea, [data-idea-lens-section]').count()).toBe(0);
    await lens.page.getByRole('button', { name: 'Try again' }).click();
    await sentence.waitFor({ state: 'detached' });
    await sentence.waitFor();
  });
});

describe('from one lens to the next', () => {
  it('what was typed is still one step: back is what was asked for before it', async () => {
    await open();
    await withStored();
    await lens.search.pressSequentially('gauge');
    await expect.poll(() => lens.status.textContent()).not.toBe('31 of 31 ideas');
    const found = (await lens.status.textContent()) ?? '';
    await rewrite(saveAsVisualEditor);
    await lens.says(found);
    await lens.search.press('Enter');
    await expect.poll(() => new URL(lens.page.url()).hash).toBe('#ideas:q=gauge');
    await lens.page.goBack();
    await lens.says('31 of 31 ideas');
  });

  it('a note that was closed stays closed', async () => {
    await open(`${WIKI}/index.php?title=Lanternfish_ideas&oldid=1`);
    await withStored();
    const note = lens.page.getByText('This is an old version of the page.');
    await note.waitFor();
    await lens.page.getByRole('button', { name: 'Close this note' }).click();
    await note.waitFor({ state: 'detached' });
    const ideas = await lens.page.locator('idea-lens-idea').count();
    await rewrite(saveAsVisualEditor, ideas);
    await lens.says(`${ideas} of ${ideas} ideas`);
    expect(await note.count()).toBe(0);
  });
});

describe('a page that is replaced again and again', () => {
  it('says so where its content is by then', async () => {
    await open();
    await lens.page.evaluate(() => {
      const replace = () => {
        const content = document.querySelector('.mw-parser-output');
        const copy = content?.cloneNode(true) as Element;
        for (const ours of copy.querySelectorAll('*')) if (ours.localName.startsWith('idea-lens-')) ours.remove();
        content?.replaceWith(copy);
      };
      const gadget = setInterval(replace, 50);
      setTimeout(() => clearInterval(gadget), 6_000);
    });
    await lens.page.getByText('A script of this page keeps taking Idea Lens apart').waitFor({ timeout: 20_000 });
    expect(await lens.bar.count()).toBe(0);
  });
});

describe('what is said where the lens is not', () => {
  it('goes, too, when the lens is switched off', async () => {
    await open();
    await lens.page.evaluate(() => {
      const answer = () => document.querySelector('idea-lens-toolbar')?.remove();
      new MutationObserver(answer).observe(document.body, { childList: true, subtree: true });
      answer();
    });
    const notes = lens.page.locator('idea-lens-notes');
    await notes.getByText('A script of this page keeps taking Idea Lens apart').waitFor();
    await opened.storeSwitch(false);
    await notes.waitFor({ state: 'detached' });
  });

  it('stays, and the lens away, when another setting is changed; a lens that is switched on again stands alone', async () => {
    await open();
    await lens.page.evaluate(() => {
      const observer = new MutationObserver(() => document.querySelector('idea-lens-toolbar')?.remove());
      observer.observe(document.body, { childList: true, subtree: true });
      document.querySelector('idea-lens-toolbar')?.remove();
      Object.assign(globalThis, { stop: () => observer.disconnect() });
    });
    const sentence = lens.page.getByText('A script of this page keeps taking Idea Lens apart');
    await sentence.waitFor();
    await lens.page.evaluate(() => {
      const seen = globalThis as unknown as { stop: () => void; bars: number };
      seen.stop();
      seen.bars = 0;
      new MutationObserver(records => {
        for (const { addedNodes } of records) {
          for (const { nodeName } of addedNodes) if (nodeName === 'IDEA-LENS-TOOLBAR') seen.bars += 1;
        }
      }).observe(document.body, { childList: true, subtree: true });
    });
    const own = await opened.browser.openExtensionPage('options.html');
    const keys = own.getByRole('switch', { name: 'Single-key shortcuts' });
    await keys.click();
    await expect.poll(() => keys.getAttribute('aria-checked')).toBe('false');
    await own.close();
    // The page hears of one change after the other.
    await opened.storeSwitch(false);
    await sentence.waitFor({ state: 'detached' });
    expect(await lens.page.evaluate(() => (globalThis as unknown as { bars: number }).bars)).toBe(0);
    await opened.storeSwitch(true);
    await lens.bar.waitFor();
    expect(await sentence.count()).toBe(0);
  });

  it('goes, too, on a page whose labels are not understood', async () => {
    const page = await opened.open(`${WIKI}/wiki/Ideas_with_unknown_labels`);
    await page.locator('idea-lens-notes').waitFor();
    await opened.storeSwitch(false);
    await page.locator('idea-lens-notes').waitFor({ state: 'detached' });
    await page.close();
  });
});

describe("the browser's translation", () => {
  /** As Chrome's does: each text gives way to two `font` elements around other words. */
  const translate = () => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (node instanceof Text && node.data.trim() !== '' && !node.parentElement?.closest('script, style'))
        texts.push(node);
    for (const text of texts) {
      const fonts = [document.createElement('font'), document.createElement('font')] as const;
      for (const font of fonts) font.setAttribute('style', 'vertical-align: inherit;');
      fonts[1].textContent = text.data.replaceAll(/\p{L}+/gu, 'Wort');
      fonts[0].append(fonts[1]);
      text.replaceWith(fonts[0]);
    }
    document.documentElement.lang = 'de';
    document.documentElement.classList.add('translated-ltr');
  };

  it('leaves lens and query as they are, reads no translated word, and stays when the lens goes', async () => {
    await open();
    await lens.choose('Needs review');
    await lens.says('14 of 31 ideas');
    await lens.page.evaluate(() =>
      Object.assign(globalThis, { firstBar: document.querySelector('idea-lens-toolbar') }),
    );
    await lens.page.evaluate(translate);
    await lens.search.fill('wort');
    await lens.says('0 of 31 ideas');
    await lens.search.fill('gauge');
    await lens.page.waitForFunction(() => document.querySelectorAll('[data-idea-lens-idea]').length === 31);
    expect(
      await lens.page.evaluate(
        () => document.querySelector('idea-lens-toolbar') === (globalThis as { firstBar?: Element }).firstBar,
      ),
    ).toBe(true);
    await lens.bar.getByRole('button', { name: 'Clear all' }).click();
    await offIsAsIfNeverThere(translate);
  });
});

describe('printed', () => {
  it('the page shows what is filtered, and nothing of ours', async () => {
    await open();
    await lens.choose('Needs review');
    await lens.says('14 of 31 ideas');
    await lens.page.emulateMedia({ media: 'print' });
    const shown = await lens.page.evaluate(() => ({
      ours: [...document.querySelectorAll('*')].filter(
        each => /^idea-lens-(?!list|home)/u.test(each.localName) && each.checkVisibility(),
      ).length,
      ideas: [...document.querySelectorAll('[data-idea-lens-idea]')].filter(each => each.checkVisibility()).length,
    }));
    expect(shown).toEqual({ ours: 0, ideas: 14 });
    await lens.page.emulateMedia({ media: null });
  });
});
