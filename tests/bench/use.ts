/** Uses the lens on a page as a person does, with real presses, for what is measured around it: memory, idleness, the observer. */
import type { Page } from 'playwright';

/** How long a step may take with thousands of ideas, ms. */
const LONGEST = 180_000;

const bar = (page: Page) => page.locator('idea-lens-toolbar');

/** Finds half of the ideas, and waits until it says so. */
export async function search(page: Page, count: number): Promise<void> {
  await bar(page).getByRole('searchbox').fill('lantern', { timeout: LONGEST });
  await says(page, Math.ceil(count / 2), count);
}

/** Sorts by title what shows, and waits until it stands so. */
export async function sort(page: Page): Promise<void> {
  await bar(page).getByRole('button', { name: /^Sort/u }).click({ timeout: LONGEST });
  await bar(page)
    .getByRole('menuitemradio', { name: /^Title/u })
    .click({ timeout: LONGEST });
  await page.locator('idea-lens-list').waitFor({ state: 'attached', timeout: LONGEST });
}

/** Shows all again, in page order. */
export async function clearAll(page: Page, count: number): Promise<void> {
  await bar(page)
    .getByRole('button', { name: /^Clear all/u })
    .click({ timeout: LONGEST });
  await says(page, count, count);
}

async function says(page: Page, shown: number, count: number): Promise<void> {
  const numbers = [shown, count].map(number => number.toLocaleString('en'));
  await page.waitForFunction(
    ([some, all]) =>
      new RegExp(`\\b${some} of ${all}\\b`, 'u').test(
        document.querySelector('idea-lens-toolbar')?.shadowRoot?.querySelector<HTMLElement>('[role="status"]')?.dataset
          .now ?? '',
      ),
    numbers,
    { timeout: LONGEST, polling: 200 },
  );
}
