/**
 * Who may import whom: the rules, and a check of files against them. Reads text, runs nothing, and judges made-up files as
 * it does real ones, so that the check itself can be tested.
 */
import type { SourceFile } from './sources.ts';

/** A room is a folder that the rules speak of; what stands in none of them has no business importing the project. */
const ROOMS = ['model', 'profile', 'page', 'query', 'review', 'overlay', 'export', 'storage', 'messaging', 'platform'];

interface RoomRule {
  /** Rooms it may import besides itself; a single file where it may not have the whole room. */
  readonly rooms: readonly string[];
  /** Packages it may import, each with its sub-paths. */
  readonly packages: readonly string[];
}

const PURE: RoomRule = { rooms: ['utils/model'], packages: [] };
const RULES: Readonly<Record<string, RoomRule>> = {
  'utils/model': { rooms: [], packages: [] },
  'utils/profile': PURE,
  'utils/page': PURE,
  'utils/query': PURE,
  'utils/review': PURE,
  'utils/overlay': PURE,
  'utils/export': PURE,
  'utils/storage': { rooms: ['utils/model', 'utils/platform'], packages: ['idb', 'valibot'] },
  'utils/messaging': { rooms: ['utils/model', 'utils/platform'], packages: ['valibot'] },
  'utils/platform': {
    rooms: ['utils/model', 'locales'],
    packages: ['webextension-polyfill', '@wxt-dev/i18n', '@wxt-dev/browser', 'valibot'],
  },
  components: {
    rooms: ['utils/model', 'utils/platform/i18n.ts'],
    packages: ['preact', '@wikimedia/codex-icons', '@wikimedia/codex-design-tokens'],
  },
  entrypoints: {
    rooms: ['components', ...ROOMS.map(room => `utils/${room}`)],
    packages: ['preact', 'wxt', '@wikimedia/codex-icons', '@wikimedia/codex-design-tokens'],
  },
};

/** What to do instead, where the bare rule would leave somebody at a loss. */
const ADVICE: Readonly<Record<string, string>> = {
  'utils/page > utils/overlay':
    'They do not know each other; the map of regions (utils/model/region.ts) is the bridge.',
  'utils/overlay > utils/page':
    'They do not know each other; the map of regions (utils/model/region.ts) is the bridge.',
  'utils/page > utils/profile': 'A profile is passed in.',
  'utils/review > utils/profile': 'A profile is passed in.',
  'components > utils/query': 'Pass what it gives as props; an entrypoint puts the two together.',
  'components > utils/review': 'Pass what it gives as props; an entrypoint puts the two together.',
  'components > utils/messaging': 'Take a callback instead; an entrypoint sends the message.',
};

/** What a file imports or re-exports, types and dynamic imports among it, as written but without `?inline` and the like. */
export function importsOf(text: string): readonly string[] {
  const patterns = [
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/gmu,
    /^\s*import\s*['"]([^'"]+)['"]/gmu,
    /\bimport\(\s*['"`]([^'"`]+)['"`]/gu,
  ];
  return patterns.flatMap(pattern => [...text.matchAll(pattern)].map(match => (match[1] ?? '').replace(/\?.*$/u, '')));
}

/** A sentence for each import that breaks a rule, with what to do about it; empty when all is well. */
export function brokenRules(files: readonly SourceFile[]): readonly string[] {
  const known = new Set(files.map(file => file.path));
  return files.flatMap(file =>
    importsOf(file.text).flatMap(imported => {
      const target = imported.startsWith('.') ? resolved(file.path, imported) : null;
      if (target === null) return packageFault(file.path, imported) ?? [];
      if (!known.has(target) && !target.startsWith('locales/')) {
        return `${file.path} imports "${imported}", and there is no ${target}. Write the whole name with its ending.`;
      }
      return roomFault(file.path, target) ?? [];
    }),
  );
}

/** Each cycle of imports, once, as `a > b > a`; types count too: what needs each other's types belongs together. */
export function cyclesOf(files: readonly SourceFile[]): readonly string[] {
  const targets = new Map(
    files.map(({ path, text }) => [
      path,
      importsOf(text)
        .filter(imported => imported.startsWith('.'))
        .map(imported => resolved(path, imported)),
    ]),
  );
  const cycles: string[] = [];
  const finished = new Set<string>();
  const trail: string[] = [];
  function visit(path: string): void {
    const at = trail.indexOf(path);
    if (at >= 0) cycles.push([...trail.slice(at), path].join(' > '));
    if (at >= 0 || finished.has(path)) return;
    trail.push(path);
    for (const target of targets.get(path) ?? []) visit(target);
    trail.pop();
    finished.add(path);
  }
  for (const path of targets.keys()) visit(path);
  return cycles;
}

function resolved(from: string, imported: string): string {
  return new URL(imported, `file:///${from}`).pathname.slice(1);
}

/** `utils/page` of `utils/page/parse.ts`; `entrypoints` of all that stands there. */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'utils' ? `utils/${second}` : first;
}

function packageFault(path: string, imported: string): string | null {
  const allowed = RULES[roomOf(path)]?.packages ?? [];
  if (allowed.some(name => imported === name || imported.startsWith(`${name}/`))) return null;
  const rooms = Object.keys(RULES).filter(room =>
    RULES[room]?.packages.some(name => imported === name || imported.startsWith(`${name}/`)),
  );
  const where = rooms.length > 0 ? `Only ${rooms.join(' and ')} may` : 'No room may; add it to the rules or do without';
  return `${path} imports the package "${imported}". ${where}.`;
}

function roomFault(path: string, target: string): string | null {
  const [from, to] = [roomOf(path), roomOf(target)];
  const fault = `${path} imports ${target}.`;
  const isBackground = /^entrypoints\/background\b/u;
  if (to === 'utils/storage' && from !== to && !isBackground.test(path)) {
    return `${fault} Only the background does; send a message (utils/messaging) instead.`;
  }
  if (isBackground.test(target) && !isBackground.test(path)) {
    return `${fault} The background is reached by messages alone.`;
  }
  if (from === to) return null;
  const rule = RULES[from];
  if (!rule) return `${fault} ${from} is no room of the design; move the file into one.`;
  if (rule.rooms.some(room => target === room || target.startsWith(`${room}/`))) return null;
  if (to === 'entrypoints') return `${fault} Nobody imports entrypoints; move what is shared into a room of utils.`;
  const advice = ADVICE[`${from} > ${to}`] ?? 'Pass it in from an entrypoint, or move what both need into utils/model.';
  return `${fault} ${from} may import only ${rule.rooms.join(', ') || 'nothing'}. ${advice}`;
}
