import { afterEach, expect, it } from 'vitest';
import { readFirst } from '../../entrypoints/ideas.content/first-reading.ts';
import { lookForIdeas, type ReadPage, type SeenPage } from '../../entrypoints/ideas.content/reading.ts';
import { atOnce } from '../../utils/page/parse-page.ts';
import { xen } from '../../utils/profile/xen.ts';

const ADDRESS = 'https://wiki.xenproject.org/wiki/Ideas';
let content: HTMLElement | null = null;
afterEach(() => content?.remove());

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** A page of ideas, as paragraphs. */
function showIdeas(count: number): HTMLElement {
  content = document.createElement('div');
  content.className = 'mw-parser-output';
  content.append(element('h2', 'List of peer reviewed Projects'));
  for (let number = 1; number <= count; number++) {
    content.append(
      element('h3', `Mend gauge ${number}`),
      element('p', 'Date of insert: 01/02/2014; Technical contact: Ada Quill <ada@quill.example>'),
      element('p', 'Difficulty: Low'),
      element('p', 'Skills Needed: C, patience'),
      element('p', 'Description: It leaks. '.repeat(20)),
      element('p', 'Outcomes: It does not.'),
    );
  }
  document.body.append(content);
  return content;
}

const look = () => lookForIdeas(document, ADDRESS, xen);
const titles = ({ ideas }: ReadPage) => ideas.map(({ title }) => title);
const soon = Promise.resolve();

/** A page that takes its time: each of its first steps is longer than what is done at a time. `between` is called after the third. */
function slowly(seen: SeenPage, between: () => void = () => undefined): SeenPage {
  return {
    ...seen,
    *read() {
      const steps = seen.read();
      let step = steps.next();
      for (let number = 1; !step.done; number++) {
        const end = performance.now() + (number < 6 ? 20 : 0);
        while (performance.now() < end);
        if (number === 3) between();
        yield;
        step = steps.next();
      }
      return step.value;
    },
  };
}

function readIt({
  seen = look(),
  start = soon as Promise<unknown>,
  life = new AbortController().signal,
  again = look,
} = {}) {
  return readFirst({ document, look: again, seen, start }, life);
}

it('a page is read in pieces, between which the browser does what else it has to, and comes to the same as at once', async () => {
  showIdeas(3);
  const done: string[] = [];
  setTimeout(() => done.push('something else'));
  const page = await readIt({ seen: slowly(look()) });
  done.push('reading');
  expect(done).toEqual(['something else', 'reading']);
  expect(page).toEqual(atOnce(look().read()));
  expect(page.ideas).toHaveLength(3);
});

it('what is changed or replaced before the reading begins is read as it is then', async () => {
  const old = showIdeas(3);
  let begin = () => {};
  const start = new Promise<void>(resolve => {
    begin = resolve;
  });
  const reading = readIt({ start });
  old.remove();
  showIdeas(2).querySelector('h3')?.replaceWith(element('h3', 'Mend the tap'));
  begin();
  expect(titles(await reading)).toEqual(['Mend the tap', 'Mend gauge 2']);
});

it('what is changed, moved or taken away in the midst of it is read as it is then', async () => {
  const ideas = showIdeas(4);
  const change = () => {
    const [first, second, third] = ideas.querySelectorAll('h3');
    if (first?.firstChild) first.firstChild.nodeValue = 'Mend the tap';
    second?.nextElementSibling?.remove();
    ideas.append(third ?? '');
  };
  const page = await readIt({ seen: slowly(look(), change) });
  expect(page).toEqual(atOnce(look().read()));
  expect(titles(page)).toContain('Mend the tap');
});

it('a content that is replaced in the midst of it is read in place of the old one', async () => {
  const old = showIdeas(4);
  const replace = () => {
    old.remove();
    showIdeas(2);
  };
  expect(titles(await readIt({ seen: slowly(look(), replace) }))).toEqual(['Mend gauge 1', 'Mend gauge 2']);
});

it('what happens beside the content does not have it read anew', async () => {
  showIdeas(4);
  let looks = 0;
  const again = () => {
    looks++;
    return look();
  };
  const beside = element('p', 'A notice of the wiki');
  const page = await readIt({ seen: slowly(look(), () => document.body.prepend(beside)), again });
  expect(beside.isConnected).toBe(true);
  beside.remove();
  expect(looks).toBe(0);
  expect(page.ideas).toHaveLength(4);
});

it('it ends with the script it belongs to', async () => {
  showIdeas(4);
  const life = new AbortController();
  const reading = readIt({ seen: slowly(look(), () => life.abort()), life: life.signal });
  await expect(reading).rejects.toThrow();
});
