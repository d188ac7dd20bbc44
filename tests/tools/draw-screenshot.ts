/** `npm run draw-screenshot`: takes the README's picture anew, from the built extension on the sample page. */
import { openSample } from '../e2e/sample.ts';

const opened = await openSample('1.43-vector-2022', { viewport: { width: 1280, height: 760 } });
try {
  const lens = await opened.openLens();
  const { page } = lens;
  await lens.choose('Needs review');
  await lens.says('14 of 31 ideas');
  const heading = lens.heading('Moon phase sanity check');
  await heading.evaluate(each => each.scrollIntoView({ block: 'start' }));
  await page.mouse.wheel(0, -90);
  await page
    .locator('[data-idea-lens-idea]:visible')
    .filter({ hasText: 'Moon phase sanity check' })
    .locator('xpath=..')
    .locator('xpath=following-sibling::idea-lens-idea | self::*/idea-lens-idea')
    .first()
    .getByRole('button', { name: /^Needs review/u })
    .click();
  await page.screenshot({ path: 'docs/screenshot.png' });
} finally {
  await opened.browser.close();
}
