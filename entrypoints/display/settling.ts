/**
 * What follows once the bar stands: tools and marks in slices, the place that the address or the lens before this one names, and in
 * idle moments what opens on demand. Decides nothing about what shows.
 */
import type { Overlay } from '../../utils/overlay/overlay.ts';
import type { Arrival } from './address.ts';
import type { LensOptions } from './lens-options.ts';
import type { Nearby } from './nearby.ts';
import type { OnDemand } from './on-demand.ts';
import type { PanelsKeeper } from './panels.ts';
import type { Session } from './session.ts';
import { drawn, whileIdle } from './slices.ts';
import type { Tools } from './tools.tsx';

export interface Settling {
  readonly options: LensOptions;
  readonly document: Document;
  readonly overlay: Overlay;
  readonly tools: Tools;
  readonly nearby: Nearby;
  readonly onDemand: OnDemand;
  readonly panels: PanelsKeeper;
  readonly session: Session;
  /** What the address asks for; `null` when nothing. */
  readonly arrival: Arrival | null;
  /** Shows the list from its beginning to whoever comes by a link. */
  readonly toStart: () => void;
  /** The panels are there, or cannot be had. */
  readonly redraw: () => void;
  readonly failed: (error: unknown) => void;
}

/** Resolves when everything is there. */
export async function settle({ options, document, overlay, panels, arrival, ...parts }: Settling): Promise<void> {
  const { signal, resume } = options;
  // The bar comes first. After a lens that has just gone, everything comes back with it.
  if (!resume) await drawn();
  await parts.tools.markAll();
  await parts.nearby.start(resume !== null);
  if (resume?.focus?.key) parts.nearby.ensure(resume.focus.key);
  if (signal.aborted) return;
  const { scrollY, location } = document.defaultView ?? globalThis.window;
  if (resume) parts.onDemand.resuming()?.comeBackToTools(resume);
  else if (arrival?.at) parts.onDemand.showAnchor(arrival.at);
  else if (arrival && scrollY === 0) parts.toStart();
  else if (location.hash !== '') (await panels.get()).anchors.correctArrival(document, overlay, signal);
  // Whatever is opened first opens at once; what was typed before that gets its completions.
  await whileIdle(() => true, signal);
  if (!signal.aborted) await panels.get().then(parts.redraw, parts.failed);
  await whileIdle(parts.session.prepare, signal);
}
