/**
 * A query as the part of an address behind its `#`, and back: `#ideas:q=ocaml&difficulty=easy,medium&sort=-title&at=VM_Snapshots`.
 * Pairs of a name and its values, percent-encoded, in any order; what is at rest is left out. The words are part of every link that
 * somebody has shared: none is ever given another meaning.
 */
import {
  EMPTY_QUERY,
  FACETS,
  type FacetChoices,
  type FacetName,
  MOST_VALUES,
  PROSE,
  type Query,
  SCOPES,
  SORT_KEYS,
} from '../model/query.ts';
import { REASON_CODES } from '../model/reason.ts';
import { levelWord } from './vocabulary.ts';

/** What every hash of ours begins with. Not `#/…`, which MediaWiki's own routers take. */
export const HASH_PREFIX = '#ideas:';

export interface ReadHash {
  readonly query: Query;
  /** The anchor of the page that is to be shown; `null` when none is named. */
  readonly at: string | null;
  /** Names or values that are not known, or too many, as written and decoded, each once. The rest of the query holds. */
  readonly unknown: readonly string[];
}

const NAMES: Readonly<Record<FacetName, string>> = {
  list: 'list',
  area: 'area',
  difficulty: 'difficulty',
  skills: 'skills',
  contact: 'contact',
  program: 'program',
  attention: 'attention',
};

/** Stands for "not given", and for skills in sentences. A value of the page that begins with the sign gets one more before it. */
const SIGN = '~';
const NOT_GIVEN = `${SIGN}not-given`;
const IN_SENTENCES = `${SIGN}sentences`;

const LEVELS = [1, 2, 3, 4] as const;
const ATTENTION = ['needs-review', ...REASON_CODES, 'interest'] as const;

/** The query as pairs joined by `&`, without prefix; empty for the query at rest. A lone surrogate becomes U+FFFD. */
export function encodeQuery({ text, scope, facets, sort }: Query): string {
  const pairs: string[] = [];
  const add = (name: string, values: readonly string[]) => pairs.push(`${name}=${values.map(encode).join(',')}`);
  if (text !== EMPTY_QUERY.text) add('q', [text]);
  if (scope !== EMPTY_QUERY.scope) add('show', [scope]);
  for (const facet of FACETS) {
    const values: readonly FacetChoices[FacetName][number][] = facets[facet];
    if (values.length > 0) add(NAMES[facet], values.map(write));
  }
  if (sort.key !== 'page' || sort.direction !== 'ascending') {
    add('sort', [`${sort.direction === 'descending' ? '-' : ''}${sort.key}`]);
  }
  if (sort.sections) add('within', ['sections']);
  return pairs.join('&');
}

/** The query that `pairs` writes; whatever in it is not understood is left at rest. `decodeQuery(encodeQuery(q))` equals `q` of at most MOST_VALUES values a facet. Never throws. */
export function decodeQuery(pairs: string): Query {
  return readPairs(pairs).query;
}

/** The hash for a query and the anchor it stands at; empty when there is nothing to say. */
export function writeHash(query: Query, at: string | null): string {
  const pairs = encodeQuery(query);
  if (pairs === '') return at === null ? '' : `#${at}`;
  return `${HASH_PREFIX}${pairs}${at === null ? '' : `&at=${encode(at)}`}`;
}

/** Reads a hash; `null` when it is none of ours (a plain anchor of the page, or none at all). Never throws. */
export function readHash(hash: string): ReadHash | null {
  return hash.startsWith(HASH_PREFIX) ? readPairs(hash.slice(HASH_PREFIX.length)) : null;
}

function readPairs(pairs: string): ReadHash {
  let query: Query = EMPTY_QUERY;
  let at: string | null = null;
  const unknown = new Set<string>();
  for (const pair of pairs.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = equals < 0 ? pair : pair.slice(0, equals);
    const values =
      equals < 0
        ? null
        : pair
            .slice(equals + 1)
            .split(',')
            .map(decode);
    const [first = '', ...others] = values ?? [];
    const facet = FACETS.find(each => NAMES[each] === name);
    if (values === null || values.includes(null)) unknown.add(decode(pair) ?? pair);
    else if (facet !== undefined) query = withFacet(query, facet, values.filter(isText), unknown);
    else if (name === 'q') query = { ...query, text: values.join(',') };
    else if (name === 'at') at = values.join(',');
    else if (name === 'show' || name === 'sort' || (name === 'within' && first === 'sections')) {
      query = withOne(query, name, String(first), unknown);
      for (const other of others) unknown.add(String(other));
    } else unknown.add(decode(name) ?? name);
  }
  return { query, at, unknown: [...unknown] };
}

function isText(value: string | null): value is string {
  return value !== null;
}

/** With the value of a name that takes one alone. */
function withOne(query: Query, name: 'show' | 'sort' | 'within', value: string, unknown: Set<string>): Query {
  if (name === 'show') return withScope(query, value, unknown);
  if (name === 'sort') return withSort(query, value, unknown);
  return { ...query, sort: { ...query.sort, sections: true } };
}

function withScope(query: Query, value: string, unknown: Set<string>): Query {
  const scope = SCOPES.find(each => each === value);
  if (scope === undefined) unknown.add(value);
  return scope === undefined ? query : { ...query, scope };
}

function withSort(query: Query, value: string, unknown: Set<string>): Query {
  const direction = value.startsWith('-') ? 'descending' : 'ascending';
  const key = SORT_KEYS.find(each => each === value.replace(/^-/u, ''));
  if (key === undefined) unknown.add(value);
  return key === undefined ? query : { ...query, sort: { ...query.sort, key, direction } };
}

function withFacet(query: Query, facet: FacetName, written: readonly string[], unknown: Set<string>): Query {
  const values = new Set<FacetChoices[FacetName][number]>();
  for (const text of written) {
    const value = read(facet, text);
    if (value === undefined || (values.size === MOST_VALUES && !values.has(value))) unknown.add(text);
    else values.add(value);
  }
  return { ...query, facets: { ...query.facets, [facet]: [...values] } };
}

function write(value: FacetChoices[FacetName][number]): string {
  if (value === null) return NOT_GIVEN;
  if (value === PROSE) return IN_SENTENCES;
  if (typeof value === 'number') return levelWord(value);
  return value.startsWith(SIGN) ? `${SIGN}${value}` : value;
}

/** The value of a facet that was written as `text`; `undefined` when the facet has none such. */
function read(facet: FacetName, text: string): FacetChoices[FacetName][number] | undefined {
  if (facet === 'attention') return ATTENTION.find(each => each === text);
  if (facet === 'list') return plain(text);
  if (text === NOT_GIVEN) return null;
  if (facet === 'difficulty') return LEVELS.find(level => levelWord(level) === text);
  if (facet === 'program') return text === 'yes' || text === 'no' ? text : undefined;
  if (facet === 'skills' && text === IN_SENTENCES) return PROSE;
  return plain(text);
}

function plain(text: string): string | undefined {
  if (!text.startsWith(SIGN)) return text;
  return text.startsWith(`${SIGN}${SIGN}`) ? text.slice(SIGN.length) : undefined;
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
