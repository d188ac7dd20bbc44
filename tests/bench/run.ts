/**
 * `npm run bench`: the lens, the bare techniques and its peers, side by side in one browser, in one run. Prints medians and ratios,
 * writes all of it as JSON, and ends with 1 when a target is missed. Not a test: a busy machine may spoil it.
 *
 *   npm run bench                       30, 300, 3,000 and 10,000 ideas; takes a while
 *   npm run bench -- --quick            300 ideas alone, under three minutes
 *   npm run bench -- --sizes 30,3000    these
 *   npm run bench -- --out FILE         where the JSON goes; .output/bench.json when left out
 *
 * Needs a built extension (`npm run build`); fetches the peers on its first run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { BUILT_EXTENSION, openBrowser } from '../tools/open-browser.ts';
import { arrivalsAt, contendersAt, roundsAt } from './contenders.ts';
import { type Arrival, measureArrival, measureRounds } from './measure.ts';
import { judge, type Medians, median, printSize, type Verdict } from './report.ts';
import { serveBench } from './serve.ts';
import { ARRIVAL, ARRIVAL_BYTES, longestTask } from './targets.ts';

const HERE = new URL('.', import.meta.url).pathname;
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, sizes: { type: 'string' }, out: { type: 'string' } },
});
const sizes = values.sizes?.split(',').map(Number) ?? (values.quick ? [300] : [30, 300, 3_000, 10_000]);
const verdicts: Verdict[] = [];
const measured: object[] = [];

if (!existsSync(`${HERE}node_modules`)) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', HERE], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be fetched.');
}

for (const count of sizes) {
  const browser = await openBrowser();
  await serveBench(browser.context);
  // The first page pays for what the browser keeps: compiled code, fonts.
  await measureArrival(browser.context, Math.min(count, 30));
  const arrivals: Arrival[] = [];
  for (let time = 0; time < arrivalsAt(count); time++) arrivals.push(await measureArrival(browser.context, count));
  const medians: Record<string, Medians> = {};
  for (const name of contendersAt(count)) {
    try {
      const timings = await measureRounds(browser.context, name, count, roundsAt(count));
      medians[name] = Object.fromEntries(Object.entries(timings).map(([what, times]) => [what, median(times)]));
    } catch (error) {
      if (name === 'lens') throw error;
      console.log(`${name} does not manage ${count} ideas: ${String(error).split('\n')[0]}`);
    }
  }
  await browser.close();
  const arrival = {
    bar: median(arrivals.map(({ bar }) => bar)),
    longestTask: median(arrivals.map(each => each.longestTask)),
    shift: median(arrivals.map(({ shift }) => shift)),
  };
  printSize(count, arrival, medians);
  verdicts.push(...judge(count, medians));
  const [most, longest] = [ARRIVAL.get(count), longestTask(count)];
  if (most !== undefined) verdicts.push({ count, what: 'arrival, ms', is: arrival.bar, most });
  if (longest !== null)
    verdicts.push({ count, what: 'longest task after it, ms', is: arrival.longestTask, most: longest });
  measured.push({ count, arrival, medians });
}

const bytes = ['content-scripts/ideas.js', 'display.js']
  .map(file => gzipSync(readFileSync(`${BUILT_EXTENSION}/${file}`), { level: 9 }).length)
  .reduce((sum, size) => sum + size);
verdicts.push({ count: null, what: 'code at arrival, bytes', is: bytes, most: ARRIVAL_BYTES });

const missed = verdicts.filter(({ is, most }) => is > most);
const line = ({ count, what, is, most }: Verdict) =>
  `  ${count ?? ''}\t${what}: ${is < 100 ? is.toFixed(2) : Math.round(is)}, at most ${most < 100 ? most.toFixed(2) : most}`;
console.log(`\n${verdicts.length - missed.length} of ${verdicts.length} targets are met.`);
if (missed.length > 0) console.log(`Missed:\n${missed.map(line).join('\n')}`);
const out = values.out ?? new URL('../../.output/bench.json', import.meta.url).pathname;
writeFileSync(out, JSON.stringify({ format: 'idea-lens/bench@1', measured, verdicts }, null, 2));
process.exitCode = missed.length > 0 ? 1 : 0;
