// The comparison that the tests on a real wiki rely on: it must see every difference.
import { expect, it } from 'vitest';
import { compareWithExpected } from '../../wiki/compare-expected.ts';

const json = {
  page: { key: 'k', title: 'T', url: 'u' },
  ideas: [
    { title: 'Float', description: 'A float that floats.', outcomes: null, difficulty: { raw: 'Low', min: 1, max: 1 } },
  ],
};
const expected = {
  page: { key: 'k', title: 'T' },
  ideas: [{ title: 'Float', descriptionStart: 'A float', outcomesMissing: true, difficulty: { min: 1 } }],
};

it('counts the fields that are expected and finds them equal', () => {
  expect(compareWithExpected(json, expected)).toEqual({ ideas: 1, fields: 7, differences: [] });
});

it('names each field that differs', () => {
  const wrong = { ideas: [{ ...json.ideas[0], description: 'B', outcomes: 'x', difficulty: { min: 2 } }] };
  const { differences } = compareWithExpected(wrong, expected);
  expect(differences).toHaveLength(4);
  expect(differences.join()).toMatch(/page.*descriptionStart.*outcomesMissing.*difficulty\.min/);
});

it('sees ideas that are missing and those that are too many', () => {
  expect(compareWithExpected({ page: json.page, ideas: [] }, expected).differences).not.toEqual([]);
  expect(
    compareWithExpected({ page: json.page, ideas: [...json.ideas, ...json.ideas] }, expected).differences,
  ).toHaveLength(1);
  expect(compareWithExpected(undefined, expected).differences).not.toEqual([]);
});
