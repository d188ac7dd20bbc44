import { beforeEach, describe, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import { IDEAS, type ToolbarStage, toolbarStage } from './toolbar-stage.tsx';

const NO_FACETS = EMPTY_QUERY.facets;
const SPOKEN: Partial<Query> = { text: 'lighthouse area:buoys' };

beforeEach(() => page.viewport(1280, 700));

const button = (name: string | RegExp) => page.getByRole('button', { name });
const checkbox = (name: string | RegExp) => page.getByRole('checkbox', { name });
const rows = ({ root }: ToolbarStage) => [...root.querySelectorAll('.value')].map(row => row.textContent);
const chips = ({ root }: ToolbarStage) => [...root.querySelectorAll('.chip-text')].map(chip => chip.textContent);

async function open(facet: string, options: Parameters<typeof toolbarStage>[0] = {}): Promise<ToolbarStage> {
  const here = toolbarStage(options);
  await button(/^Filters/).click();
  await button(facet).click();
  return here;
}

test('skills end with those described in sentences and those not given, after a line', async () => {
  const { root } = await open('Skills');
  const last = [...root.querySelectorAll('.last .value')].map(row => row.textContent);
  expect(last).toEqual(['Described in sentences 4', 'Not given 3']);
  await checkbox(/^Described/).click();
  await expect.element(page.getByRole('status')).toHaveTextContent('4 of 24 ideas');
  await expect.element(button('Skills: Described in sentences').first()).toBeVisible();
});

test('a name is found whatever its case and accents', async () => {
  const many = ['Zürich', 'Åland', 'Skipper’s Groß‑Straße', ...'abcdefghi'].map(area => ({ area }));
  const ideas = IDEAS.slice(0, many.length).map((idea, index) => ({ ...idea, ...many[index] }));
  const here = await open('Area', { ideas });
  expect(here.root.querySelector('.popover-title')).toBeNull();
  await page.getByRole('textbox', { name: 'Find an area' }).fill('ZURI');
  expect(rows(here)).toEqual(['Zürich 1']);
  await page.getByRole('textbox', { name: 'Find an area' }).fill("skipper's gross-str");
  expect(rows(here)).toEqual(['Skipper’s Groß‑Straße 1']);
});

test('that nothing is called so is said, once one has stopped typing', async () => {
  const ideas = [...'abcdefghi'].map((area, index) => ({ ...(IDEAS[index] as AssessedIdea), area }));
  const here = await open('Area', { ideas });
  await page.getByRole('textbox', { name: 'Find an area' }).fill('zzz');
  const said = () => here.root.querySelector('[aria-live=polite]')?.textContent;
  await expect.poll(said, { timeout: 3_000 }).toBe('Nothing here is called “zzz”.');
});

test('the programme has the page’s own name and three values', async () => {
  expect(rows(await open('Summer'))).toEqual(['Yes 12', 'No 4', 'Not given 8']);
});

test('Attention lists needing a review, each reason, and interest', async () => {
  expect(rows(await open('Attention'))).toEqual([
    'Needs a review 12',
    'Not peer reviewed yet 12',
    'New idea 0',
    'Open comments 0',
    'No difficulty 4',
    'No skills 0',
    'No outcomes 0',
    'Not said if it suits Summer 0',
    'No mail address 0',
    'Interested 0',
  ]);
});

test('what a range means is said only where an idea has one', async () => {
  await open('Difficulty', { hasRanges: false });
  await expect.element(page.getByText(/counts as Easy and as Medium/)).not.toBeInTheDocument();
});

test('what the text asks of a facet shows as its chip and its tick, and counts as active', async () => {
  const here = toolbarStage({ query: SPOKEN });
  expect(chips(here)).toEqual(['“lighthouse”', 'Area: Buoys']);
  await expect.element(button('Filters 1')).toBeVisible();
  await button('Area: Buoys').first().click();
  await expect.element(checkbox(/^Buoys/)).toBeChecked();
});

test('ticking another value leaves the text’s part where it is', async () => {
  const here = toolbarStage({ query: SPOKEN });
  await button('Area: Buoys').first().click();
  await checkbox(/^Charts/).click();
  expect(here.query()).toMatchObject({ text: SPOKEN.text, facets: { area: ['Charts'] } });
  await checkbox(/^Charts/).click();
  expect(here.query()).toMatchObject(SPOKEN);
});

test('ticking another value hides nothing that the text found in a sentence', async () => {
  const here = toolbarStage({ query: { text: 'skills:boats,sonar' } });
  const found = here.view().order;
  await button(/^Skills: /)
    .first()
    .click();
  await checkbox(/^Rust/).click();
  expect(here.view().order).toEqual(expect.arrayContaining([...found]));
  expect(here.view().order.length).toBeGreaterThan(found.length);
});

test('unticking what was typed takes it out of the text, and leaves what else is asked in the facet', async () => {
  const here = toolbarStage({ query: SPOKEN });
  await button('Area: Buoys').first().click();
  await checkbox(/^Buoys/).click();
  expect(here.query()).toMatchObject({ text: 'lighthouse', facets: NO_FACETS });
  const two = toolbarStage({ query: { text: 'lighthouse area:buoys,charts', facets: { ...NO_FACETS, area: [null] } } });
  await button(/^Area: /)
    .first()
    .click();
  await checkbox(/^Buoys/).click();
  expect(two.query()).toMatchObject({ text: 'lighthouse', facets: { area: [null, 'Charts'] } });
});

test('areas that differ in case alone can each be ticked and unticked, and a link in another case be corrected', async () => {
  const ideas = ['Tools', 'tools', 'Mirage OS'].map((area, index) => ({ ...(IDEAS[index] ?? IDEAS[0]), area }));
  const here = toolbarStage({ ideas: ideas as typeof IDEAS, query: { facets: { ...NO_FACETS, area: ['mirage os'] } } });
  await button(/^Area: /)
    .first()
    .click();
  const box = (name: string) => page.getByRole('checkbox', { name: new RegExp(`^${name} `, 'u') });
  for (const name of ['Mirage OS', 'mirage os', 'Tools', 'tools', 'Tools']) await box(name).click();
  expect(here.query().facets.area).toEqual(['Mirage OS', 'tools']);
});

test('a facet’s x takes off what is ticked and what is typed; the text’s leaves what facets show', async () => {
  const query: Partial<Query> = { ...SPOKEN, facets: { ...NO_FACETS, area: ['Charts'] } };
  const here = toolbarStage({ query });
  await button('Remove Area: Charts, Buoys').click();
  expect(here.query()).toMatchObject({ text: 'lighthouse', facets: NO_FACETS });
  const other = toolbarStage({ query });
  await button('Remove “lighthouse”').click();
  expect(other.query()).toMatchObject({ text: 'area:buoys', facets: { area: ['Charts'] } });
});

test('a link’s spelling of a name is the page’s name', async () => {
  const here = toolbarStage({ query: { facets: { ...NO_FACETS, skills: ['RESEAU'] } } });
  await button('Filters 1').click();
  await button('Skills: Réseau').first().click();
  await checkbox(/^Réseau/).click();
  expect(here.query().facets.skills).toEqual([]);
});

test('typed words that name nothing stand in the chip in quotation marks', () => {
  expect(chips(toolbarStage({ query: { text: 'area:nowhere,buoys' } }))).toEqual(['Area: Buoys, “nowhere”']);
});

test('many names are the first few and a number', () => {
  expect(chips(toolbarStage({ query: { text: 'area:buoys,charts,tide,radio' } }))[0]).toMatch(
    /^Area:( [^,]+,){3} [^,]+$/u,
  );
  const five = toolbarStage({ query: { text: 'area:buoys,charts,tide,radio,ferry' } });
  expect(chips(five)[0]).toMatch(/^Area:( [^,]+,){3} 2 more$/u);
});

test('an empty result names what was typed by field, and offers each step back alone', async () => {
  const here = toolbarStage({ query: { text: 'area:buoys "haskell"' }, withEmptyResult: true });
  await expect.element(page.getByText('No idea matches “haskell” in Buoys.')).toBeVisible();
  await button('Clear the search 4 ideas').click();
  expect(here.query().text).toBe('area:buoys');
});

test('that there are no bookmarks is said only once that is known', () => {
  const said = (bookmarks: { readonly known: boolean; readonly trouble: object | null }) => {
    const { host } = toolbarStage({
      ideas: IDEAS.slice(2),
      query: { scope: 'bookmarked' },
      withEmptyResult: true,
      bookmarks,
    });
    return host.nextElementSibling?.shadowRoot?.querySelector('.empty-what')?.textContent;
  };
  expect(said({ known: true, trouble: null })).toBe('No bookmarks on this page yet.');
  expect(said({ known: true, trouble: new Error('not saved') })).toBe('No bookmarks on this page yet.');
  expect(said({ known: false, trouble: null })).toBeUndefined();
  expect(said({ known: false, trouble: new Error('not read') })).toBe('The bookmarks cannot be read right now.');
});

test('a phone’s sheet folds what has no ideas, and unfolds it', async () => {
  await page.viewport(360, 740);
  const here = toolbarStage({ width: 328, query: { facets: { ...NO_FACETS, area: ['Buoys'] } } });
  await expect.poll(() => here.root.querySelector('.frame.phone')).not.toBeNull();
  await button(/^Filters/).click();
  await button('Skills Any').click();
  expect(rows(here)).toHaveLength(5);
  await button('5 more with 0 ideas').click();
  expect(rows(here)).toHaveLength(10);
  // The keyboard goes on at the first that came.
  const boxes = [...here.root.querySelectorAll('.values input[type=checkbox]')];
  await expect.poll(() => boxes.indexOf(here.focused() as Element)).toBe(3);
});

describe('skills that say what is ticked in more words', () => {
  const skilled = (...skills: readonly string[]) =>
    skills.map((skill, index) => ({ ...(IDEAS[index] as AssessedIdea), skills: listed(skill) }));
  const listed = (skill: string) => ({ raw: null, items: [skill], form: 'list' as const });
  const said = ({ root }: ToolbarStage) => root.querySelector('.values .hint')?.textContent;

  /** The values of a facet of which something is asked already. */
  async function openChosen(options: Parameters<typeof toolbarStage>[0]): Promise<ToolbarStage> {
    const here = toolbarStage(options);
    await button(/^Skills/)
      .first()
      .click();
    return here;
  }

  test('are named once it is ticked, and ticked together', async () => {
    const ideas = skilled('C', 'C language', 'Some c programming', 'C++', 'Objective-C++', 'Circuits');
    const here = await open('Skills', { ideas });
    expect(said(here)).toBeUndefined();
    await checkbox(/^C 1/).click();
    await expect
      .poll(() => said(here))
      .toBe('The same words are also in: C language · Some c programming Tick these 2, too');
    await button('Tick these 2, too').click();
    expect(here.query().facets.skills).toEqual(['C', 'C language', 'Some c programming']);
    expect(said(here)).toBeUndefined();
    // The button has gone; the keyboard is still among the values.
    expect(here.root.activeElement?.localName).toBe('input');
  });

  test('are three at most by name', async () => {
    const ideas = skilled('Tide', 'Tide a', 'Tide b', 'Tide c', 'Tide d');
    const four = await openChosen({ ideas, query: { facets: { ...NO_FACETS, skills: ['Tide'] } } });
    expect(said(four)).toBe('The same words are also in: Tide a · Tide b · Tide c · … Tick these 4, too');
  });

  test('cover no row that the keyboard is at', async () => {
    await page.viewport(1280, 330);
    const ideas = skilled('Tide', 'Tide a', 'Tide b', 'Net', 'Oar', 'Sail', 'Knot', 'Mast');
    const { root } = await openChosen({ ideas, query: { facets: { ...NO_FACETS, skills: ['Tide'] } } });
    for (const box of root.querySelectorAll<HTMLElement>('.values > .value > input')) {
      box.focus();
      const line = root.querySelector('.kindred')?.getBoundingClientRect().top;
      await expect.poll(() => box.getBoundingClientRect().bottom).toBeLessThanOrEqual(line ?? 0);
    }
  });

  test('are not offered where other filters leave none of their ideas', async () => {
    const ideas = skilled('Tide', 'Tide a').map((idea, index) => ({ ...idea, area: `Area ${index}` }));
    const query = { facets: { ...NO_FACETS, skills: ['Tide'], area: ['Area 0'] } };
    const here = await openChosen({ ideas, query });
    await expect.element(checkbox(/^Tide 1/)).toBeChecked();
    expect(said(here)).toBeUndefined();
  });

  test('a page that writes markup into its skills has written words', async () => {
    const ideas = skilled('C', '<img src=x onerror="globalThis.struck = true"> C');
    const here = await openChosen({ ideas, query: { facets: { ...NO_FACETS, skills: ['C'] } } });
    expect(said(here)).toContain('<img src=x');
    expect(here.root.querySelector('img')).toBeNull();
    expect(globalThis).not.toHaveProperty('struck');
  });
});
