/** Compares a page's JSON with a list of what a correct reading gives: every field that the list names, and nothing else. */

export interface Comparison {
  readonly ideas: number;
  /** How many fields were compared, the page's own and those of all ideas. */
  readonly fields: number;
  /** One line each; empty when all are equal. */
  readonly differences: readonly string[];
}

type Plain = Readonly<Record<string, unknown>>;

/** `descriptionStart` is the beginning of the description, `outcomesMissing` whether there are outcomes; the rest goes by its name. */
export function compareWithExpected(json: unknown, expected: unknown): Comparison {
  const differences: string[] = [];
  let fields = 0;
  const compare = (where: string, actual: unknown, wanted: unknown) => {
    if (isPlain(wanted) && isPlain(actual)) {
      for (const [name, value] of Object.entries(wanted)) compare(`${where}.${name}`, actual[name], value);
      return;
    }
    fields++;
    if (JSON.stringify(actual) !== JSON.stringify(wanted)) {
      differences.push(`${where}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`);
    }
  };
  const actualIdeas = list(field(json, 'ideas'));
  const wantedIdeas = list(field(expected, 'ideas'));
  const wantedPage = field(expected, 'page');
  if (wantedPage !== undefined) compare('page', field(json, 'page'), wantedPage);
  compare('number of ideas', actualIdeas.length, wantedIdeas.length);
  wantedIdeas.forEach((wanted, position) => {
    if (!isPlain(wanted)) return;
    const actual = actualIdeas[position];
    for (const [name, value] of Object.entries(wanted)) {
      compare(`${String(wanted.title)}: ${name}`, comparable(actual, name, value), value);
    }
  });
  return { ideas: wantedIdeas.length, fields, differences };
}

function comparable(idea: unknown, name: string, wanted: unknown): unknown {
  if (name === 'descriptionStart') return String(field(idea, 'description') ?? '').slice(0, String(wanted).length);
  if (name === 'outcomesMissing') return field(idea, 'outcomes') === null;
  return field(idea, name);
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function field(value: unknown, name: string): unknown {
  return isPlain(value) ? value[name] : undefined;
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
