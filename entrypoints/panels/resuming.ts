/**
 * From one lens to the next on the same page: what was asked for, what was open, where the reader and the keyboard were. What was
 * half typed into a list of values is lost.
 */
import type { IdeaKey } from '../../utils/model/key.ts';
import { TOOLBAR } from '../../utils/overlay/names.ts';
import type { HeldFocus, Resume, Resuming } from '../display/resume.ts';
import type { CommandContext } from './commands.ts';

const CONTROLS = 'button, input, a[href], [tabindex]';
const OPENERS = '[aria-expanded]';
/** How long is waited for the end of a press, ms. */
const LONGEST_PRESS = 1_000;

/** For the lens of `context`, whose controls it follows until the lens ends. */
export function createResuming(context: CommandContext): Resuming {
  const { session, keeper, lens, overlay, document, address, notices, place } = context;
  const { ideas } = lens.reading.regions;
  let focused = focusedIn(document);
  let glanced: Resume | null = null;

  function onFocus(event: Event): void {
    const [control] = event.composedPath();
    const root = control instanceof Element ? control.getRootNode() : null;
    const host = root instanceof ShadowRoot ? root.host : null;
    focused = null;
    if (control instanceof Element && root instanceof ShadowRoot && host?.localName.startsWith('idea-lens-')) {
      focused = { root, control };
    }
  }
  function onBlur(): void {
    const was = focused;
    // Who is taken off the page loses the focus, too; that was not the reader's doing.
    queueMicrotask(() => {
      if (focused === was && was?.root.host.isConnected && was.control.isConnected) focused = null;
    });
  }
  // What moves inside one shadow root is not heard outside it.
  for (const heard of [document, overlay.hosts.toolbar()?.shadowRoot]) {
    heard?.addEventListener('focusin', onFocus, { capture: true, signal: lens.signal });
    heard?.addEventListener('focusout', onBlur, { capture: true, signal: lens.signal });
  }

  let press = Promise.resolve();
  function onPress(): void {
    press = untilReleased(document);
  }
  for (const type of ['pointerdown', 'keydown']) {
    document.addEventListener(type, onPress, { capture: true, signal: lens.signal });
  }

  const bar = () => [...overlay.hosts.all()].find(({ localName }) => localName === TOOLBAR) ?? null;

  function keyOf(root: ShadowRoot): IdeaKey | null {
    for (const { key, headingBlock } of ideas.values()) if (headingBlock.nextElementSibling === root.host) return key;
    return null;
  }

  function held(): HeldFocus | null {
    if (focused === null) return null;
    const { root } = focused;
    if (root.host === bar()) return heldIn(root, focused.control, null);
    const key = keyOf(root);
    return key === null ? null : heldIn(root, focused.control, key);
  }

  function now(): Resume {
    const { query, view, shown } = session.state();
    const { stored, known } = keeper.now();
    const root = bar()?.shadowRoot;
    const openers = [...(root?.querySelectorAll(OPENERS) ?? [])];
    return {
      query,
      stored,
      known,
      committed: address.committed(),
      notices: notices.left,
      revealed: shown.order.filter(key => !view.visible.has(key)),
      opened: openers.flatMap((opener, at) => (opener.getAttribute('aria-expanded') === 'true' ? [at] : [])),
      help: root?.querySelector('dialog.help') != null,
      focus: held(),
      place: place()?.now() ?? null,
    };
  }

  return {
    glance() {
      glanced = now();
    },
    released: () => press,
    leave() {
      const { opened, help, focus, ...rest } = now();
      // Taken off the page, the bar closes what was open.
      const known = bar()?.isConnected ? null : glanced;
      return { ...rest, opened: known?.opened ?? opened, help: known?.help ?? help, focus: known?.focus ?? focus };
    },
    async comeBack(resume) {
      session.reveal(resume.revealed.filter(key => ideas.has(key)));
      place()?.putBack(resume.place);
      const root = bar()?.shadowRoot;
      if (!root) return;
      const mine = resume.focus?.key === null ? resume.focus : null;
      // What is typed next belongs into the field; other controls may not be there yet.
      const isPut = mine !== null && (mine.marked !== null || resume.opened.length === 0) && putFocus(root, mine);
      if (resume.help) context.showHelp();
      if (resume.opened.length === 0) return;
      // The bar has to know how wide it is, by which it chooses its controls.
      await drawn();
      for (const at of resume.opened) {
        const opener = root.querySelectorAll<HTMLElement>(OPENERS)[at];
        if (opener?.getAttribute('aria-expanded') === 'false') opener.click();
        // What it opens holds the next one.
        await drawn();
      }
      // Who types on, or has gone elsewhere meanwhile, stays there.
      const { activeElement } = document;
      if (mine && !isPut && (activeElement === document.body || activeElement === root.host)) putFocus(root, mine);
    },
    comeBackToTools({ focus, place: was }) {
      const root = focus?.key == null ? null : overlay.slot(focus.key);
      if (focus && root) putFocus(root, focus);
      place()?.putBack(was);
    },
  };
}

interface Focused {
  readonly root: ShadowRoot;
  readonly control: Element;
}

/** The control of ours that has the focus; `null` where none has. */
function focusedIn(document: Document): Focused | null {
  const host = document.activeElement;
  const root = host?.localName.startsWith('idea-lens-') ? host.shadowRoot : null;
  return root?.activeElement ? { root, control: root.activeElement } : null;
}

/** After a second, too: some releases are never heard, and who drags does not click. */
function untilReleased(document: Document): Promise<void> {
  return new Promise(resolve => {
    const heard = new AbortController();
    const end = () => {
      heard.abort();
      // The click is told after the release.
      setTimeout(resolve);
    };
    for (const type of ['pointerup', 'pointercancel', 'keyup']) {
      document.addEventListener(type, end, { capture: true, signal: heard.signal });
    }
    setTimeout(end, LONGEST_PRESS);
  });
}

function heldIn(root: ShadowRoot, control: Element, key: IdeaKey | null): HeldFocus {
  const at = [...root.querySelectorAll(CONTROLS)].indexOf(control);
  const field = control instanceof HTMLInputElement ? control : null;
  const { selectionStart: start, selectionEnd: end } = field ?? { selectionStart: null, selectionEnd: null };
  return { key, at, marked: start === null || end === null ? null : [start, end] };
}

/** Whether that control is there: a field that is not yet has another one in its place. */
function putFocus(root: ShadowRoot, { at, marked }: HeldFocus): boolean {
  // The host itself has it where one was led to an idea.
  const control = at < 0 ? (root.host as HTMLElement) : root.querySelectorAll<HTMLElement>(CONTROLS)[at];
  const field = control instanceof HTMLInputElement ? control : null;
  if (!control || (marked && !field)) return false;
  if (at < 0) control.tabIndex = -1;
  control.focus({ preventScroll: true });
  if (marked) field?.setSelectionRange(...marked);
  return true;
}

function drawn(): Promise<void> {
  return new Promise(resolve => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}
