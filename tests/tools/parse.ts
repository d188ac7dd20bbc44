/**
 * `npm run --silent parse -- FILE.html --url URL`: a saved page as JSON on stdout, warnings on stderr. No script of the page runs.
 * Ends with 0, also when the page holds no ideas; with 2 and a usage line when called wrongly.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { JSDOM } from 'jsdom';
import { pageToJson } from '../../utils/export/page-json.ts';
import type { Profile } from '../../utils/model/profile.ts';
import { parsePage } from '../../utils/page/parse-page.ts';
import { profileFor } from '../../utils/profile/index.ts';
import { assess } from '../../utils/review/assess.ts';

const USAGE = 'usage: npm run --silent parse -- FILE.html --url URL';

interface Call {
  readonly html: string;
  readonly url: string;
  readonly profile: Profile;
}

/** What is asked for, or the reason why it cannot be done. */
function readCall(words: readonly string[]): Call | string {
  let file: string | undefined;
  let url: string | undefined;
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { url: { type: 'string' } },
      allowPositionals: true,
    });
    if (positionals.length !== 1) return 'exactly one file is wanted';
    file = positionals[0];
    url = values.url;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  if (file === undefined || url === undefined) return 'the address of the page is missing (--url)';
  if (!URL.canParse(url)) return `not an address: ${url}`;
  const profile = profileFor(new URL(url).hostname);
  if (!profile) return `no profile knows the host of ${url}`;
  try {
    return { html: readFileSync(file, 'utf8'), url, profile };
  } catch {
    return `cannot read ${file}`;
  }
}

const call = readCall(process.argv.slice(2));
if (typeof call === 'string') {
  console.error(`${call}\n${USAGE}`);
  process.exitCode = 2;
} else {
  const { document } = new JSDOM(call.html, { url: call.url }).window;
  const { page, warnings } = parsePage(document, { url: call.url, profile: call.profile });
  const ideas = page.ideas.map(idea => assess(idea, call.profile));
  for (const warning of warnings) console.error(`${warning.code}: ${warning.message}`);
  console.log(JSON.stringify(pageToJson(page, ideas, warnings), null, 2));
}
