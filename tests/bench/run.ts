/**
 * `npm run bench`: the lens, the bare techniques and its peers, side by side in one browser, in one run. Prints medians and ratios,
 * writes all of it as JSON, and ends with 1 when a target is missed. Not a test: a busy machine may spoil it.
 *
 *   npm run bench                       30, 300, 3,000 and 10,000 ideas; up to half an hour
 *   npm run bench -- --quick            300 ideas alone and fewer rounds, under three minutes
 *   npm run bench -- --sizes 30,3000    these
 *   npm run bench -- --out FILE         where the JSON goes; .output/bench.json when left out
 *
 * Needs a built extension (`npm run build`); fetches the peers on its first run.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { BUILT_EXTENSION } from '../tools/open-browser.ts';
import { writeBare } from './bare.ts';
import { effortAt } from './contenders.ts';
import { measureLost } from './lost.ts';
import { measureNoIdeas, type NoIdeas, WITHOUT_IDEAS } from './no-ideas.ts';
import {
  printArrivals,
  printLost,
  printNoIdeas,
  printOperations,
  printRest,
  printShifts,
  printVerdicts,
  printWatching,
} from './report.ts';
import { measureSampleShift } from './sample-shift.ts';
import { inBrowser, measureSize, type SizeFigures } from './size.ts';
import {
  judgeArrivals,
  judgeCode,
  judgeGivenUp,
  judgeNoIdeas,
  judgeOperations,
  judgeRest,
  type Verdict,
} from './verdicts.ts';

const HERE = new URL('.', import.meta.url).pathname;
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, sizes: { type: 'string' }, out: { type: 'string' } },
});
const quick = values.quick ?? false;
const sizes = values.sizes?.split(',').map(Number) ?? (quick ? [300] : [30, 300, 3_000, 10_000]);
if (!sizes.every(size => Number.isInteger(size) && size > 0)) throw new Error('--sizes takes whole numbers: 30,3000');

if (!existsSync(`${HERE}node_modules`)) {
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--prefix', HERE], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The peers could not be fetched.');
}

const began = performance.now();
const verdicts: Verdict[] = [];
const measured: SizeFigures[] = [];
for (const count of sizes) {
  const figures = await measureSize(count, effortAt(count, quick));
  measured.push(figures);
  verdicts.push(...printAndJudge(figures));
}

const tabs = quick ? 1 : 3;
const lens = await noIdeas(Object.keys(WITHOUT_IDEAS).slice(0, quick ? 3 : undefined), tabs);
const bare = await listening(tabs);
printNoIdeas(lens, bare);
verdicts.push(...lens.flatMap(judgeNoIdeas));

const shifts = await measureSampleShift(quick ? 1 : 5);
printShifts(shifts);

const lost = quick ? null : await inBrowser(({ context }) => measureLost(context));
if (lost) printLost(lost);

const bytesOf = (path: string) => gzipSync(readFileSync(path), { level: 9 }).length;
const code = ['content-scripts/ideas.js', 'display.js'].map(file => bytesOf(`${BUILT_EXTENSION}/${file}`));
const preact = ['preact/dist/preact.mjs', 'preact/hooks/dist/hooks.mjs'].map(file =>
  bytesOf(`${HERE}../../node_modules/${file}`),
);
const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
console.log(`\nCode at arrival, bytes: ${sum(code)}, and Preact with its hooks alone ${sum(preact)}`);
verdicts.push(judgeCode(sum(code)));

printVerdicts(verdicts);
console.log(`In ${((performance.now() - began) / 60_000).toFixed(1)} minutes.`);
const out = values.out ?? new URL('../../.output/bench.json', import.meta.url).pathname;
const format = 'idea-lens/bench@3';
writeFileSync(out, JSON.stringify({ format, measured, withoutIdeas: { lens, bare }, shifts, lost, verdicts }, null, 2));
process.exitCode = verdicts.every(({ is, most }) => is <= most) ? 0 : 1;

function printAndJudge({ count, arrivals, medians, givenUp, rest, walked, watching }: SizeFigures): Verdict[] {
  printArrivals(count, arrivals);
  printOperations(count, medians);
  if (rest) printRest(rest, walked);
  if (watching) printWatching(watching);
  return [
    ...(arrivals.lens ? judgeArrivals(count, arrivals.lens) : []),
    ...judgeOperations(count, medians),
    ...judgeGivenUp(count, givenUp),
    ...(rest ? judgeRest(count, rest) : []),
  ];
}

function noIdeas(pages: readonly string[], times: number, extension?: string): Promise<NoIdeas[]> {
  return inBrowser(async ({ context }) => {
    // The first page pays for what the browser itself keeps.
    await measureNoIdeas(context, 'short page', 1);
    const all: NoIdeas[] = [];
    for (const page of pages) all.push(await measureNoIdeas(context, page, times));
    return all;
  }, extension);
}

/** What an extension that only asks for its settings and listens costs the same pages. */
async function listening(times: number): Promise<NoIdeas[]> {
  const { folder, remove } = await writeBare('listening');
  try {
    return await noIdeas(['long page'], times, folder);
  } finally {
    await remove();
  }
}
