/** Preact trees in our shadow roots: rendered again with the same call, taken down all at once before their hosts go. */
import { type ComponentChild, render } from 'preact';

export interface Mounts {
  show(content: ComponentChild, root: ShadowRoot): void;
}

/** No trees yet; ends them all, with the clean-up of their effects, when `signal` aborts. */
export function createMounts(signal: AbortSignal): Mounts {
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
      render(content, root);
    },
  };
}
