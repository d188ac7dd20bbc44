// SECURITY.md promises tests by their names: each must be there.
import { describe, expect, it } from 'vitest';
import { readProjectFile } from './project/sources.ts';

/** Each `tests/…` of the text with the names in quotation marks that follow it. */
function promisedTests(text: string): readonly (readonly [file: string, name: string])[] {
  const promised: (readonly [string, string])[] = [];
  let file = '';
  for (const [, path, name] of text.matchAll(/`(tests\/[^`]+)`|“([^”]+)”/gu)) {
    if (path !== undefined) file = path;
    else if (name !== undefined) promised.push([file, name.replace(/\s+/gu, ' ')]);
  }
  return promised;
}

describe('SECURITY.md', () => {
  const promised = promisedTests(readProjectFile('SECURITY.md').text);

  it('shows each of its claims by a test that there is', () => {
    expect(promised.length).toBeGreaterThan(40);
    const missing = promised.filter(([file, name]) => !readProjectFile(file).text.includes(name));
    expect(missing, 'Name the test as it is called now.').toEqual([]);
  });

  it('is found from where people look', () => {
    for (const path of ['README.md', 'CONTRIBUTING.md'])
      expect(readProjectFile(path).text).toContain('[SECURITY.md](SECURITY.md)');
  });
});

it('the check itself finds a name and its file', () => {
  expect(promisedTests('`tests/a.test.ts`: “one”, “two”; `tests/b.test.ts`: “three\n  words”')).toEqual([
    ['tests/a.test.ts', 'one'],
    ['tests/a.test.ts', 'two'],
    ['tests/b.test.ts', 'three words'],
  ]);
});
