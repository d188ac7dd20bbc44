/** What the lens does with code that comes when it is first needed: keys, the menu's commands, painted hits, links to an anchor. */
import type { ToolbarProps } from '../../components/toolbar/Toolbar.tsx';
import type { View } from '../../utils/model/view.ts';
import type { Paint } from '../../utils/overlay/highlights.ts';
import type { CommandContext, Commands } from '../panels/commands.ts';
import type { Hits } from '../panels/hits.ts';
import type { Places } from '../panels/places.tsx';
import type { Key } from './keys.ts';
import type { PanelsKeeper } from './panels.ts';
import type { OfferedPanels } from './panels-offer.ts';
import type { Resuming } from './resume.ts';

export interface OnDemand {
  press(key: Key): void;
  readonly more: ToolbarProps['more'];
  /** Says where ideas stand, and paints what the session searches for; nothing is fetched before the first search. */
  follow(): void;
  /** The settings may say otherwise how strongly. */
  paintAgain(): void;
  paintComment(nodes: readonly Node[]): void;
  showAnchor(anchor: string): void;
  /** See `RunningLens`. */
  matters(records: readonly MutationRecord[]): Promise<boolean>;
  /** What leads to the next lens on the page, and from the one before; `null` until the panels have come. */
  resuming(): Resuming | null;
  /** The panels have come. */
  begin(panels: OfferedPanels): void;
}

export function createOnDemand(panels: PanelsKeeper, context: CommandContext): OnDemand {
  const { lens, overlay, session, failed } = context;
  const { regions } = lens.reading;
  let commands: Commands | null = null;
  let paint: Paint | null = null;
  let hits: Hits | null = null;
  let places: Places | null = null;
  let resuming: Resuming | null = null;
  let painted: View | null = null;

  function withPanels(act: (panels: OfferedPanels) => void): void {
    panels.get().then(act).catch(failed);
  }

  function commandsOf({ createCommands }: OfferedPanels): Commands {
    commands ??= createCommands(context);
    return commands;
  }

  function command(run: (all: Commands) => void): void {
    withPanels(offered => run(commandsOf(offered)));
  }

  return {
    press(key) {
      if (key !== '/') {
        command(({ press }) => press(key));
        return;
      }
      // At once: what is typed next belongs into the field.
      context.focusSearch();
      // Whoever types sees the field, and what comes of it.
      const at = overlay.hosts.toolbar()?.getBoundingClientRect();
      if (at && (at.bottom > innerHeight || at.top < 0)) withPanels(() => context.place()?.toStart());
    },
    more: {
      onBookmarks: () => command(({ more }) => more.onBookmarks()),
      copyLink: () => panels.get().then(offered => commandsOf(offered).more.copyLink()),
      onSaveJson: () => command(({ more }) => more.onSaveJson()),
      onSaveCsv: () => command(({ more }) => more.onSaveCsv()),
      onHelp: context.showHelp,
      onSettings: () => command(({ more }) => more.onSettings()),
    },
    follow() {
      places?.show();
      const { shown } = session.state();
      if (shown === painted || (hits === null && shown.terms.length === 0)) return;
      painted = shown;
      withPanels(({ createHits }) => {
        const strength = () => lens.settings().highlight;
        if (paint) hits ??= createHits({ regions, overlay, paint, strength, signal: lens.signal });
        hits?.show(session.state().shown);
      });
    },
    paintAgain: () => hits?.again(),
    paintComment: nodes => withPanels(() => paint?.comment(nodes)),
    async matters(records) {
      const { matter } = await panels.get();
      const due = matter(records, regions);
      if (due) await resuming?.released();
      return due;
    },
    resuming: () => resuming,
    begin({ createPaint, createPlaces, createResuming, uncoverFocus }) {
      uncoverFocus(context.document, overlay, lens.signal);
      paint = createPaint(context.document, lens.signal);
      places = createPlaces(context);
      resuming = createResuming(context);
    },
    showAnchor: anchor => withPanels(({ anchors }) => anchors.showAnchor(anchor, regions, overlay, session)),
  };
}
