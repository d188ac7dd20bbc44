/** Preact trees in our shadow roots: rendered again with the same call, taken down all at once before their hosts go. */
import { type ComponentChild, createElement, render } from 'preact';
import { type Panels, PanelsContext } from '../../components/ui/panels.ts';

export interface Mounts {
  show(content: ComponentChild, root: ShadowRoot): void;
}

/** No trees yet; ends them all, with the clean-up of their effects, when `signal` aborts. Each is drawn with the panels of then. */
export function createMounts(panels: () => Panels | null, signal: AbortSignal): Mounts {
  const roots = new Set<ShadowRoot>();
  const end = () => {
    for (const root of roots) render(null, root);
    roots.clear();
  };
  signal.addEventListener('abort', end, { once: true });
  return {
    show(content, root) {
      if (signal.aborted) return;
      roots.add(root);
      render(createElement(PanelsContext.Provider, { value: panels() }, content), root);
    },
  };
}
