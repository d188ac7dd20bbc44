/** Prints what the bench has measured. Measures nothing, judges nothing. */

import type { Arrival, Arrivals } from './arrival.ts';
import type { Lost } from './lost.ts';
import type { Held } from './memory.ts';
import type { NoIdeas } from './no-ideas.ts';
import type { AtRest, Rest } from './rest.ts';
import { IN_PLACE, OPERATIONS, PLANS, WITH_BAR } from './targets.ts';
import { best, type Medians, type Verdict } from './verdicts.ts';
import type { WatchCost } from './watch-cost.ts';

function row(name: string, texts: readonly string[], widths: { readonly first: number; readonly each: number }): void {
  console.log(name.padEnd(widths.first) + texts.map(text => text.padStart(widths.each)).join(''));
}

const PARTS = [
  'bar',
  'before',
  'begun',
  'fetched',
  'shown',
  'compile',
  'script',
  'layout',
  'paint',
  'collect',
  'other',
] as const;

/** A row a visit: what stands before the bar shows, in order, and then by kind; the bare extensions' beside the lens's. */
export function printArrivals(count: number, arrivals: Readonly<Record<string, Arrivals>>): void {
  const widths = { first: 34, each: 9 };
  console.log(
    `\n${count} ideas. Arrival, ms: the bar's first frame after parsing = before our script + its beginning + fetching what shows, reading meanwhile + the rest of it, and showing = by kind`,
  );
  row('', [...PARTS, 'longest', 'shift', 'scrolled'], widths);
  const line = (name: string, arrival: Arrival) =>
    row(
      name,
      [
        ...PARTS.map(part => arrival[part].toFixed(1)),
        arrival.longestTask.toFixed(0),
        arrival.shift.toFixed(3),
        `${arrival.scrolled} px`,
      ],
      widths,
    );
  for (const [name, { cold, warm }] of Object.entries(arrivals)) {
    line(`${name}, cold`, cold);
    line(`${name}, warm`, warm);
  }
}

/** A row a contender, milliseconds, and the lens's ratios to the limit and to the best peer in place. */
export function printOperations(count: number, medians: Readonly<Record<string, Medians>>): void {
  const widths = { first: 20, each: 18 };
  const columns = ['set up', ...OPERATIONS, 'off'];
  console.log(`\n${count} ideas. Operations, ms`);
  row('', columns, widths);
  for (const [name, times] of Object.entries(medians)) {
    row(
      name,
      columns.map(column => times[column]?.toFixed(1) ?? '–'),
      widths,
    );
  }
  const ratios = (names: readonly string[], whose = 'lens') =>
    columns.map(column => {
      const other = best(names, column, medians);
      const own = medians[whose]?.[column];
      return own === undefined || other === null ? '–' : `${(own / other).toFixed(2)}×`;
    });
  row('lens / limit', ratios(PLANS), widths);
  row('lens / best peer', ratios(IN_PLACE), widths);
  row('lens / with a bar', ratios([WITH_BAR]), widths);
  row('with a bar / limit', ratios(PLANS, WITH_BAR), widths);
}

export function printRest({ text, arrived, used }: Rest, walked: Held | null): void {
  const mega = (bytes: number) => (bytes / 1e6).toFixed(2);
  const line = (when: string, { idle, held: { script, nodes, boxes } }: AtRest) =>
    console.log(
      `  ${when}: ${mega(script)} MB of script and ${mega(nodes)} of nodes, ${((script + nodes) / text).toFixed(1)} times the text; ${mega(boxes)} more of boxes; ${idle.calls} calls (${idle.ms.toFixed(2)} ms) while idle`,
    );
  console.log(`\nThe lens at rest, beside ${mega(text)} MB of the page's text`);
  line('on arrival', arrived);
  if (typeof used !== 'string') line('after a search and a sort', used);
  if (!walked) return;
  const least = walked.script + walked.nodes;
  console.log(
    `  An extension that has looked at each node once and keeps none: ${mega(walked.script)} MB and ${mega(walked.nodes)}, ${(least / text).toFixed(1)} times the text`,
  );
}

export function printWatching({ watching, all }: WatchCost): void {
  console.log(
    `Watching the page for others: ${watching.toFixed(2)} of ${all.toFixed(2)} ms of script an operation (profiled, which slows it)`,
  );
}

export function printShifts(shifts: Readonly<Record<string, Pick<Arrival, 'shift' | 'scrolled'>>>): void {
  console.log('\nArrival on the sample page: what moved, as the browser scores it, and how far the page was scrolled');
  for (const [skin, { shift, scrolled }] of Object.entries(shifts)) {
    console.log(`${skin.padEnd(34)}${shift.toFixed(3)}, ${scrolled} px`);
  }
}

/** The lens's rows, and those of a bare extension that only listens. */
export function printNoIdeas(lens: readonly NoIdeas[], bare: readonly NoIdeas[]): void {
  const widths = { first: 34, each: 16 };
  console.log('\nPages without ideas, ms');
  row('', ['cold compile', 'cold script', 'warm compile', 'warm script', 'laid out', 'without us', 'inserted'], widths);
  const line = (who: string, { page, cold, warm, inserted, laidOut }: NoIdeas) => {
    const times = [cold.compile, cold.script, warm.compile, warm.script, laidOut.withLens, laidOut.without];
    row(`${who}: ${page}`, [...times.map(ms => ms.toFixed(2)), String(inserted)], widths);
  };
  for (const each of lens) line('lens', each);
  for (const each of bare) line('bare', each);
}

/** Of the bare techniques: ideas without a place after a sort and back. */
export function printLost(found: Readonly<Record<string, Lost>>): void {
  console.log('\nIdeas that a bare technique loses in a sort and back');
  for (const [plan, { lost, of }] of Object.entries(found)) console.log(`  ${plan}\t${lost} of ${of}`);
}

export function printVerdicts(verdicts: readonly Verdict[]): void {
  const number = (value: number) => (value < 100 ? value.toFixed(2) : String(Math.round(value)));
  const missed = verdicts.filter(({ is, most }) => !(is <= most));
  console.log(`\n${verdicts.length - missed.length} of ${verdicts.length} targets are met.`);
  if (missed.length === 0) return;
  const lines = missed.map(
    ({ count, what, is, most }) => `  ${count ?? ''}\t${what}: ${number(is)}, at most ${number(most)}`,
  );
  console.log(`Missed:\n${lines.join('\n')}`);
}
