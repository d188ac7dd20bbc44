/** The keyboard's place is never lost: when the idea that holds the focus is filtered away, the status takes it. */
import type { IdeaKey } from '../../utils/model/key.ts';
import type { View } from '../../utils/model/view.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';

export interface FocusKeeper {
  /** Call before `view` shows; call what it gives afterwards. */
  before(view: View): () => void;
  /** The idea that had the focus when it was filtered away; `null` once one has gone on from there. */
  lost(): IdeaKey | null;
  found(): void;
  /** Something in the bar has the focus. */
  isAtBar(): boolean;
  /** Puts the focus on the status, from where Tab and `j` go on. */
  toStatus(): void;
}

export function createFocusKeeper(document: Document, overlay: Overlay): FocusKeeper {
  let lost: IdeaKey | null = null;

  function toStatus(): void {
    const status = overlay.hosts.toolbar()?.shadowRoot?.querySelector<HTMLElement>('[role="status"]');
    if (!status) return;
    status.tabIndex = -1;
    status.focus({ preventScroll: true });
  }

  return {
    lost: () => lost,
    found() {
      lost = null;
    },
    isAtBar: () => document.activeElement !== null && document.activeElement === overlay.hosts.toolbar(),
    toStatus,
    before(view) {
      const focused = document.activeElement;
      const key = focused && focused !== document.body ? overlay.keyOf(focused) : null;
      if (key === null || view.visible.has(key)) return () => undefined;
      return () => {
        lost = key;
        toStatus();
      };
    },
  };
}
