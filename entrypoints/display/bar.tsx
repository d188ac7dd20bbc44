/** The toolbar on the page: its properties from session, settings and what else is known, and what its controls set going. */
import { Toolbar, type ToolbarProps } from '../../components/toolbar/Toolbar.tsx';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import type { Mounts } from './mounts.ts';

export interface Bar {
  show(props: ToolbarProps): void;
  /** Puts the keyboard into the search field. */
  focusSearch(): void;
}

export function createBar(overlay: Overlay, mounts: Mounts): Bar {
  return {
    show(props) {
      const root = overlay.hosts.toolbar()?.shadowRoot;
      if (root) mounts.show(<Toolbar {...props} />, root);
    },
    focusSearch() {
      const field = overlay.hosts.toolbar()?.shadowRoot?.querySelector<HTMLInputElement>('input[type="search"]');
      field?.focus({ preventScroll: true });
      field?.select();
    },
  };
}
