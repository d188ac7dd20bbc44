/**
 * What a reader, and a script of the page, do while the lens is on: drawn by fast-check, done by real keys and presses in a real
 * browser. Chooses controls by number among those that are there. Not for judging what follows from it.
 */
import fc from 'fast-check';
import type { Page } from 'playwright';
import type { Deed, Twin } from './twin.ts';

export type Action =
  | { readonly do: 'type'; readonly words: string }
  | { readonly do: 'key'; readonly key: string }
  | { readonly do: 'press'; readonly where: 'bar' | 'page'; readonly number: number }
  | { readonly do: 'choose'; readonly menu: 'Sort' | 'Filters' | 'More'; readonly numbers: readonly number[] }
  | { readonly do: 'clear' | 'back' | 'forward' }
  | { readonly do: 'anchor'; readonly number: number }
  | { readonly do: 'resize'; readonly width: number }
  | { readonly do: 'scroll'; readonly part: number }
  | { readonly do: 'wait'; readonly until: 'task' | 'frame' | 'idle' | 'settled' }
  | { readonly do: 'script'; readonly deed: Deed };

const words = ['gauge', 'a', 'wort', 'zeppelin', 'difficulty:medium', 'is:review ', '-rust or', '"', '(tide', 'e t'];
const keys = ['j', 'j', 'k', 'n', 'n', 'p', 'b', 'r', '/', '?', 'Escape', 'Tab', 'Enter', 'ArrowDown', 'Backspace'];
const number = fc.nat(9_999);

const anyDeed: fc.Arbitrary<Deed> = fc.record({
  what: fc.constantFrom('insert', 'insert', 'remove', 'move', 'wrap', 'attribute', 'attribute', 'text'),
  among: fc.constantFrom('all', 'headings', 'top', 'contents'),
  node: number,
  target: number,
  place: fc.constantFrom('before', 'after', 'prepend', 'append'),
  thing: fc.constantFrom('p', 'hr', 'text', 'comment'),
  name: fc.constantFrom('class', 'style', 'title', 'hidden', 'data-theirs'),
  value: fc.constantFrom('', 'theirs', 'color: red', null),
});

const asking: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('type'), words: fc.constantFrom(...words) }),
  fc.record({ do: fc.constant('key'), key: fc.constantFrom(...keys) }),
  fc.record({ do: fc.constant('press'), where: fc.constantFrom('bar', 'bar', 'page'), number }),
  fc.record({
    do: fc.constant('choose'),
    menu: fc.constantFrom('Sort', 'Sort', 'Filters', 'More'),
    numbers: fc.array(number, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ do: fc.constantFrom('clear', 'back', 'forward') }),
);

const around: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constant('anchor'), number }),
  fc.record({ do: fc.constant('resize'), width: fc.constantFrom(320, 700, 1000, 1280, 1600) }),
  fc.record({ do: fc.constant('scroll'), part: fc.double({ min: 0, max: 1, noNaN: true }) }),
  fc.record({ do: fc.constant('wait'), until: fc.constantFrom('task', 'frame', 'idle', 'settled') }),
);

/** A reader alone; what comes back must be the same bytes. */
export const anyReading: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: asking },
  { weight: 2, arbitrary: around },
);

/** A reader, and scripts of the page in between. */
export const anyAction: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: anyReading },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('script'), deed: anyDeed }) },
);

/** Does it on `page`; where there is nothing to press, or no lens any more, it does nothing. */
export async function perform(page: Page, action: Action): Promise<void> {
  switch (action.do) {
    case 'type':
      if (await press(page, 'bar', 'searchbox', 0)) await page.keyboard.type(action.words);
      return;
    case 'key':
      return page.keyboard.press(action.key);
    case 'press':
      await press(page, action.where, '', action.number);
      return;
    case 'choose':
      if (!(await press(page, 'bar', action.menu, 0))) return;
      for (const each of action.numbers) await press(page, 'bar', 'open', each);
      return page.keyboard.press('Escape');
    case 'clear':
      await press(page, 'bar', 'Clear all', 0);
      return;
    case 'resize':
      return page.setViewportSize({ width: action.width, height: 800 });
    case 'script':
      await page.evaluate(deed => (globalThis as unknown as { twin: Twin }).twin.act(deed), action.deed);
      return;
    case 'wait':
      return page.evaluate(waitUntil, action.until);
    default:
      return page.evaluate(inPage, { what: action.do, amount: amountOf(action) });
  }
}

function amountOf(action: Action): number {
  if (action.do === 'scroll') return action.part;
  return action.do === 'anchor' ? action.number : 0;
}

function inPage({ what, amount }: { what: string; amount: number }): void {
  const { navigation, firstEntry } = globalThis as unknown as {
    navigation: { currentEntry: { index: number }; canGoForward: boolean };
    firstEntry: number;
  };
  if (what === 'back' && navigation.currentEntry.index > firstEntry) history.back();
  if (what === 'forward' && navigation.canGoForward) history.forward();
  if (what === 'scroll') scrollTo({ top: amount * document.body.scrollHeight, behavior: 'instant' });
  if (what !== 'anchor') return;
  const links = document.querySelectorAll<HTMLElement>('a[href^="#"]');
  links[amount % links.length]?.click();
}

/** In the page. */
export async function waitUntil(moment: string): Promise<void> {
  const idle = () => new Promise(done => requestIdleCallback(done, { timeout: 1_000 }));
  const frame = () => new Promise(done => requestAnimationFrame(done));
  if (moment === 'task') await new Promise(done => setTimeout(done));
  else if (moment === 'frame') await frame();
  else if (moment === 'idle') await idle();
  else {
    // Until nothing has come or gone from one idle moment to the next.
    for (let seen = -1, now = 0; now !== seen; ) {
      seen = now;
      await frame();
      await idle();
      now = document.querySelectorAll('*').length;
    }
  }
}

/**
 * Presses one of our controls: in the bar or at ideas and lists, by number among those of that name or role; `open`: in what is open.
 * By the mouse where one can see it, else as a screen reader does. `false` when there is none.
 */
async function press(page: Page, where: 'bar' | 'page', which: string, number: number): Promise<boolean> {
  const found = await page.evaluate(find, { where, which, number });
  if (typeof found === 'boolean') return found;
  await page.mouse.click(found.x, found.y);
  return true;
}

function find(wanted: { where: string; which: string; number: number }): boolean | { x: number; y: number } {
  const { where, which, number } = wanted;
  const hosts = [...document.querySelectorAll('*')].filter(({ localName }) =>
    where === 'bar' ? localName === 'idea-lens-toolbar' : /^idea-lens-(?!toolbar)/u.test(localName),
  );
  // What stores a setting, opens a tab or saves a file is tested elsewhere.
  const isLeft = (each: Element) =>
    each.role === 'switch' ||
    each.ariaChecked === 'mixed' ||
    /Bookmarks|Copy|Save|Settings|Reload|mail|snippet/iu.test(each.ariaLabel ?? each.textContent ?? '');
  const open = '[role=menu], [role=dialog], dialog, [popover]';
  const controls = hosts.flatMap(({ shadowRoot }) =>
    [...(shadowRoot?.querySelectorAll<HTMLElement>('button, input, [role=searchbox]') ?? [])].filter(each => {
      if (which === 'searchbox') return each.matches('[role=searchbox], input[type=search]');
      if (which === 'open') return each.closest(open) !== null && !isLeft(each);
      return which === '' ? !isLeft(each) : (each.ariaLabel ?? each.textContent ?? '').trim().startsWith(which);
    }),
  );
  const control = controls[number % controls.length];
  if (!control) return false;
  const { left, top, width, height } = control.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const root = control.getRootNode() as ShadowRoot;
  if (width > 0 && control.contains(root.elementFromPoint(x, y))) return { x, y };
  if (control instanceof HTMLInputElement && which === 'searchbox') control.focus();
  else control.click();
  return true;
}
