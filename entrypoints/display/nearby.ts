/**
 * What stands at ideas (tools, marks beside comments) is made for those near the window, and for others when they come near: each is a tree
 * of its own, which costs memory, and time whenever its idea is moved. A page that is not long has all of them at once.
 */
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import { inSlices } from './slices.ts';

/** Up to so many ideas nothing is left for later. */
const ALL_AT_ONCE = 100;
/** After so many ms it is made even where the browser is busy. */
const SOON = 100;

export interface NearbyOptions {
  readonly ideas: readonly AssessedIdea[];
  readonly overlay: Overlay;
  readonly window: Window;
  /** Make what stands at ideas; each is called once for each idea. */
  readonly makers: readonly { make(ideas: readonly AssessedIdea[]): void }[];
  readonly signal: AbortSignal;
}

export interface Nearby {
  /** Resolves when what is near stands, all in one go where that is wanted `atOnce`, and on a page that is not long everything else. */
  start(atOnce: boolean): Promise<void>;
  /** Other ideas may be near the window now. */
  look(): void;
  /** Makes what stands at this idea, wherever it is. */
  ensure(key: IdeaKey): void;
}

export function createNearby({ ideas, overlay, window, makers, signal }: NearbyOptions): Nearby {
  const byKey = new Map(ideas.map(idea => [idea.key, idea]));
  const made = new Set<IdeaKey>();
  let begun = false;
  let waiting = 0;

  function make(keys: readonly IdeaKey[]): void {
    const missing = keys.flatMap(key => (made.has(key) ? [] : (byKey.get(key) ?? [])));
    if (missing.length === 0 || signal.aborted) return;
    for (const { key } of missing) made.add(key);
    for (const maker of makers) maker.make(missing);
  }

  function near(): IdeaKey[] {
    const { innerHeight } = window;
    // One window above, two below: the keyboard finds tools where it goes next.
    return overlay.between(-innerHeight, 3 * innerHeight).map(({ key }) => key);
  }

  function look(): void {
    if (!begun || made.size === ideas.length) return;
    cancelIdleCallback(waiting);
    waiting = requestIdleCallback(() => make(near()), { timeout: SOON });
  }

  for (const event of ['scroll', 'resize']) window.addEventListener(event, look, { signal, passive: true });

  return {
    async start(atOnce) {
      begun = true;
      if (atOnce) make(near());
      await inSlices(near(), key => make([key]), signal);
      if (ideas.length > ALL_AT_ONCE) return;
      await inSlices(ideas, ({ key }) => make([key]), signal);
    },
    look,
    ensure: key => make([key]),
  };
}
