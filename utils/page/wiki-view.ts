/**
 * Which view of a wiki page a document is: only where somebody reads a page does the lens lay itself over it. No single sign
 * tells: MediaWiki's configuration (read as text from its inline script, never run), classes of the body, and what stands in it.
 */
import { titleFromAddress } from './address.ts';

export interface WikiView {
  /** `other` is everything in which the lens stays away: edit, preview, diff, history, special and missing pages. */
  readonly kind: 'read' | 'old-revision' | 'other';
  readonly revision: number | null;
  /** `true` when the page does not say. */
  readonly current: boolean;
  /** With underscores; `null` when the page does not say. */
  readonly pageName: string | null;
}

/** Reads the view. Saved pages without configuration and pieces of HTML (REST, `action=render`) count as read unless a sign speaks against it. */
export function readWikiView(document: Document): WikiView {
  const config = readConfig(document);
  const stays = isOtherView(document, config);
  const shown = number(config, 'wgRevisionId') ?? revisionInPage(document);
  const newest = number(config, 'wgCurRevisionId');
  const isOld = newest !== null && shown !== null ? shown < newest : isOutside(document, '#mw-revision-info');
  const revision = shown !== null && shown > 0 ? shown : null;
  const kind = stays ? 'other' : isOld ? 'old-revision' : 'read';
  return { kind, revision, current: !isOld, pageName: pageNameOf(document, config) };
}

type Config = ReadonlyMap<string, string | number | boolean | null>;

const SCALAR = /"(wg\w+)"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d+|true|false|null|![01])/gu;

/** The scalars of the inline script that sets `RLCONF` (older: `mw.config.set`), read as text; empty when there is none. */
function readConfig(document: Document): Config {
  const scripts = [...document.querySelectorAll('script:not([src])')].map(script => script.textContent ?? '');
  const config = new Map<string, string | number | boolean | null>();
  for (const [, name = '', source = ''] of (scripts.find(text => text.includes('"wgPageName"')) ?? '').matchAll(
    SCALAR,
  )) {
    config.set(name, scalar(source));
  }
  return config;
}

/** Release 1.35 writes `!0` for `true`. */
function scalar(source: string): string | number | boolean | null {
  if (source.startsWith('!')) return source === '!0';
  try {
    return JSON.parse(source) as string | number | boolean | null;
  } catch {
    return null;
  }
}

function number(config: Config, name: string): number | null {
  const value = config.get(name);
  return typeof value === 'number' ? value : null;
}

function isOtherView(document: Document, config: Config): boolean {
  const classes = [...(document.body?.classList ?? [])];
  const action = classes.find(name => name.startsWith('action-')) ?? 'action-view';
  if (action !== 'action-view' || classes.some(name => name === 'ns--1' || name.startsWith('mw-special-'))) return true;
  if (config.get('wgIsArticle') === false || (config.get('wgAction') ?? 'view') !== 'view') return true;
  if (number(config, 'wgArticleId') === 0 || number(config, 'wgRevisionId') === 0) return true;
  if (number(config, 'wgDiffNewId') !== null || number(config, 'wgDiffOldId') !== null) return true;
  return isOutside(document, 'table.diff, .noarticletext, form#editform, #wikiPreview .mw-parser-output');
}

/** Whether something of that selector stands on the page outside its content: in it, people may write what they like. */
function isOutside(document: Document, selector: string): boolean {
  return [...document.querySelectorAll(selector)].some(
    element => !element.closest('.mw-parser-output') || element.closest('#wikiPreview') !== null,
  );
}

function revisionInPage(document: Document): number | null {
  const address = document.querySelector('.printfooter a[href]')?.getAttribute('href') ?? '';
  const about = document.documentElement?.getAttribute('about') ?? '';
  const found = /[?&]oldid=(\d+)/u.exec(address)?.[1] ?? /\/revision\/(\d+)$/u.exec(about)?.[1];
  return found === undefined ? null : Number(found);
}

/** From the configuration, else from the address in the print footer or (Parsoid) the link to the page it is a version of. */
function pageNameOf(document: Document, config: Config): string | null {
  const configured = config.get('wgPageName');
  if (typeof configured === 'string' && configured !== '') return configured;
  const printed = document.querySelector('.printfooter a[href]')?.getAttribute('href');
  const version = document.querySelector('link[rel="dc:isVersionOf"]')?.getAttribute('href');
  const address = printed ?? version;
  return address ? titleFromAddress(new URL(address, 'https://page.invalid/').href) : null;
}
