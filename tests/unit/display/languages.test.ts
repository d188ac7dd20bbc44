import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { pageLanguage } from '../../../entrypoints/display/languages.ts';

const rootIn = (html: string) => new JSDOM(html).window.document.querySelector('#root');

it.each([
  ['<html lang="de"><body lang="en"><div id="root" lang="sv">', 'sv'],
  ['<html lang="de"><body><div lang="en" dir="ltr"><div id="root">', 'en'],
  ['<html lang="de"><body><div lang=""><div id="root">', 'de'],
  ['<html><body><div id="root">', 'fr'],
])('the alphabet of titles is that of what the page declares nearest: %s', (html, language) => {
  expect(pageLanguage(rootIn(html), 'fr')).toBe(language);
});

it('without a place in the page it is our own', () => {
  expect(pageLanguage(null, 'en-GB')).toBe('en-GB');
});
