/**
 * Draws the icons of the store and the browser's bar from their SVG sources:
 *
 *   npm run draw-icons
 *
 * Run it after a change of icon.svg or icon-small.svg; the PNGs are kept in the repository, so that a build needs no browser.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { chromium } from 'playwright';
import { CHROMIUM_ARGUMENTS, findChromium } from './find-browser.ts';

/** Fine lines are lost in 16 and 32 pixels: there a simpler drawing. */
const DRAWINGS = [
  { source: 'icon-small.svg', sizes: [16, 32] },
  { source: 'icon.svg', sizes: [48, 96, 128] },
];
const TARGET = new URL('../../public/icon/', import.meta.url);

await mkdir(TARGET, { recursive: true });
const browser = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGUMENTS] });
try {
  const page = await browser.newPage();
  for (const { source, sizes } of DRAWINGS) {
    const svg = await readFile(new URL(source, import.meta.url), 'base64');
    for (const size of sizes) {
      await page.setViewportSize({ width: size, height: size });
      await page.setContent(
        `<style>body{margin:0}img{display:block}</style><img src="data:image/svg+xml;base64,${svg}" width="${size}" height="${size}">`,
      );
      await writeFile(new URL(`${size}.png`, TARGET), await page.screenshot({ omitBackground: true }));
    }
  }
} finally {
  await browser.close();
}
