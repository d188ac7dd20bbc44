// Small pages for these tests: HTML in, a reading out. Words and people are made up.
import { JSDOM } from 'jsdom';
import type { Idea } from '../../../utils/model/idea.ts';
import type { Reading } from '../../../utils/model/page.ts';
import { parsePage } from '../../../utils/page/parse-page.ts';
import { xen } from '../../../utils/profile/xen.ts';

export const ADDRESS = 'https://wiki.xenproject.org/wiki/Small_page';

/** The content of a page, in the frame that a wiki puts around it. */
export function documentOf(content: string): Document {
  return new JSDOM(`<body class="mediawiki action-view"><div class="mw-parser-output">${content}</div></body>`).window
    .document;
}

export function read(content: string): Reading {
  return parsePage(documentOf(content), { url: ADDRESS, profile: xen });
}

/** The only idea of a page. */
export function readOne(content: string): Idea {
  const { ideas } = read(content).page;
  const [idea] = ideas;
  if (!idea || ideas.length > 1) throw new Error(`one idea was wanted, read ${ideas.map(other => other.title)}`);
  return idea;
}

export const titles = (reading: Reading) => reading.page.ideas.map(idea => idea.title);
export const codes = (reading: Reading) => reading.warnings.map(warning => warning.code);

/** The rows of a template's table, one cell each. */
export function rows(fields: Readonly<Record<string, string>>): string {
  const cells = Object.entries(fields).map(([label, value]) => `<tr><td><b>${label}:</b> ${value}</td></tr>`);
  return `<table><tbody>${cells.join('\n')}</tbody></table>`;
}

/** An idea as the template writes it, with fields of your own beside the usual ones. */
export function idea(title: string, fields: Readonly<Record<string, string>> = {}, level = 4): string {
  return `<h${level} id="${title.replace(/\W/g, '_')}">${title}</h${level}>\n${rows({ 'Date of insert': '17/02/2014', Difficulty: 'Medium', ...fields })}\n`;
}

export const ICON =
  '<a href="/wiki/File:Pictogram_voting_comment_15px.png" class="image"><img alt="Pictogram voting comment 15px.png" src="/images/b/bc/Pictogram_voting_comment_15px.png"></a>';

export const user = (name: string) => `<a href="/wiki/User:${name}" title="User:${name}">${name}</a>`;
