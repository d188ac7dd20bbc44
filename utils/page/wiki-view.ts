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
  const config = configText(document);
  const stays = isOtherView(document, config);
  const shown = number(config, 'wgRevisionId') ?? revisionInPage(document);
  const newest = number(config, 'wgCurRevisionId');
  const isOld = newest !== null && shown !== null ? shown < newest : isOutside(document, '#mw-revision-info');
  const revision = shown !== null && shown > 0 ? shown : null;
  const kind = stays ? 'other' : isOld ? 'old-revision' : 'read';
  return { kind, revision, current: !isOld, pageName: pageNameOf(document, config) };
}

/** The text of the inline script that sets `RLCONF` (before 1.35 `mw.config.set`); '' when there is none. */
function configText(document: Document): string {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const text = script.textContent ?? '';
    if (text.includes('"wgPageName"')) return text;
  }
  return '';
}

/** The source of one scalar: a number, a word, `!0`, or a string with its quotes. */
function scalar(config: string, name: string): string | null {
  return (
    new RegExp(`"${name}"\\s*:\\s*("(?:[^"\\\\]|\\\\.)*"|-?\\d+|true|false|null|![01])`, 'u').exec(config)?.[1] ?? null
  );
}

function number(config: string, name: string): number | null {
  const source = scalar(config, name);
  return source !== null && /^-?\d+$/u.test(source) ? Number(source) : null;
}

function string(config: string, name: string): string | null {
  const source = scalar(config, name);
  if (!source?.startsWith('"')) return null;
  try {
    const value: unknown = JSON.parse(source);
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    return null;
  }
}

function isOtherView(document: Document, config: string): boolean {
  const classes = [...(document.body?.classList ?? [])];
  const action = classes.find(name => name.startsWith('action-')) ?? 'action-view';
  if (action !== 'action-view' || classes.some(name => name === 'ns--1' || name.startsWith('mw-special-'))) return true;
  const article = scalar(config, 'wgIsArticle');
  const configured = string(config, 'wgAction') ?? 'view';
  if (article === 'false' || article === '!1' || configured !== 'view') return true;
  if (number(config, 'wgArticleId') === 0 || number(config, 'wgRevisionId') === 0) return true;
  if (number(config, 'wgDiffNewId') !== null || number(config, 'wgDiffOldId') !== null) return true;
  return ['table.diff', '.noarticletext', 'form#editform', '#wikiPreview .mw-parser-output'].some(sign =>
    isOutside(document, sign),
  );
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
function pageNameOf(document: Document, config: string): string | null {
  const configured = string(config, 'wgPageName');
  if (configured !== null) return configured;
  const printed = document.querySelector('.printfooter a[href]')?.getAttribute('href');
  const version = document.querySelector('link[rel="dc:isVersionOf"]')?.getAttribute('href');
  const address = printed ?? version;
  return address ? titleFromAddress(new URL(address, 'https://page.invalid/').href) : null;
}
