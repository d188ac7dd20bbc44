import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { BUILT_FOR_FIREFOX } from '../tools/open-firefox.ts';

interface Finding {
  readonly code: string;
  readonly message: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Report {
  readonly errors: readonly Finding[];
  readonly notices: readonly Finding[];
  readonly warnings: readonly Finding[];
}

/** What Mozilla's own check of the extension says. */
function lint(): Report {
  const run = spawnSync('npx', ['web-ext', 'lint', '--source-dir', BUILT_FOR_FIREFOX, '--output', 'json'], {
    cwd: fileURLToPath(new URL('../..', import.meta.url)),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  return JSON.parse(run.stdout);
}

/** The code that a finding is about. */
function codeAt({ file, line, column }: Finding): string {
  const lines = readFileSync(join(BUILT_FOR_FIREFOX, file), 'utf8').split('\n');
  return lines[line - 1]?.slice(column - 1, column + 99) ?? '';
}

describe('web-ext lint of the Firefox build', () => {
  const report = lint();
  /** The warnings, each with the code that it is about, names that the build makes up taken out. */
  const warned = report.warnings.map(each => ({
    about: `${each.code}: ${each.message}`,
    file: each.file.replace(/-[\w-]{8}\.js$/u, '-….js'),
    code: codeAt(each),
  }));

  it('has no error and no notice', () => {
    expect(report.errors).toEqual([]);
    expect(report.notices).toEqual([]);
  });

  it('warns of the three things that are known, and of nothing else', () => {
    expect(warned.map(({ about, file }) => `${file}  ${about}`).sort()).toEqual([
      'chunks/icons-….js  UNSAFE_VAR_ASSIGNMENT: Unsafe assignment to innerHTML',
      'content-scripts/ideas.js  UNSAFE_VAR_ASSIGNMENT: Unsafe call to import for argument 0',
      'display.js  UNSAFE_VAR_ASSIGNMENT: Unsafe assignment to innerHTML',
    ]);
  });

  it('means Preact’s own two assignments, which we never have it make', () => {
    const assignments = warned.filter(({ about }) => about.includes('innerHTML'));
    // Preact's `dangerouslySetInnerHTML`, whose value is an object with `__html`.
    for (const { code } of assignments) expect(code).toMatch(/^\w+\.innerHTML=\w+\.__html/u);
    expect(assignments).toHaveLength(2);
  });

  it('means our one import, of a file of the extension itself', () => {
    const script = readFileSync(join(BUILT_FOR_FIREFOX, 'content-scripts/ideas.js'), 'utf8');
    expect(script.match(/\bimport\s*\(/gu)).toHaveLength(1);
    expect(script).toMatch(/\bimport\([\w.]+\.runtime\.getURL\(\w+\)\)/u);
    const imported = [...script.matchAll(/\(\s*[`"'](\/[\w-]+\.js)[`"']\s*\)/gu)].map(match => match[1]);
    expect(imported.sort()).toEqual(['/display.js', '/panels.js']);
  });
});
