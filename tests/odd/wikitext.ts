/** An odd page as wikitext, for a real MediaWiki: what is text is written so that it stays text, what is wrong goes in as it is. */
import { commentToken, writtenFields } from './names.ts';
import type { LabelStyle, OddField, OddIdea, OddPage } from './plan.ts';

const DEEPEST = 60;

/** The wikitext of the whole page. */
export function wikitextOf(page: OddPage): string {
  let number = 0;
  const [listLevel, areaLevel, ideaLevel] = page.levels;
  const parts = [page.before ?? '', '<span><b>'.repeat(Math.min(page.depth, DEEPEST))];
  for (const list of page.lists) {
    if (list.heading !== null) parts.push(heading(listLevel, written(list.heading)));
    parts.push(list.noise ?? '');
    for (const area of list.areas) {
      if (area.heading !== null) parts.push(heading(areaLevel, written(area.heading)));
      for (const idea of area.ideas) parts.push(ideaOf(page, idea, number++, ideaLevel));
    }
  }
  return `${parts.join('\n')}\n`;
}

/** Text that MediaWiki shows as it is. */
function written(plain: string): string {
  const shown = plain
    .toWellFormed()
    .replace(/\p{Cc}+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  return shown.replace(/[!-/:-@[-`{-~]/gu, sign => `&#${sign.charCodeAt(0)};`);
}

function heading(level: number, wikitext: string): string {
  const signs = '='.repeat(level);
  return `\n${signs} ${wikitext === '' ? '&#32;' : wikitext} ${signs}\n`;
}

function ideaOf(page: OddPage, idea: OddIdea, number: number, level: number): string {
  const all = writtenFields(page, idea, number).map(field => fieldOf(idea, field, extraOf(idea, field, number)));
  return [
    heading(level, dressed(written(idea.title), idea.dress)),
    bodyOf(idea, all),
    commentsAt(idea, number, 'after'),
    idea.noise ?? '',
  ].join('\n');
}

function bodyOf(idea: OddIdea, fields: readonly string[]): string {
  switch (idea.form) {
    case 'row':
    case 'cells':
    case 'heads':
      return `{| class="wikitable"\n|-\n${fields.join('\n|-\n')}\n|}\n`;
    case 'paragraph':
      return `${fields.join('<br>\n')}\n`;
    case 'paragraphs':
      return `${fields.join('\n\n')}\n`;
    default:
      return `${fields.join('\n')}\n`;
  }
}

function fieldOf(idea: OddIdea, field: OddField, extra: string): string {
  const value = dressed(written(field.value), field.dress);
  const bold = `${boldLabel(field)} ${value}`;
  const bare = plainLabel(field.label, field.style);
  switch (idea.form) {
    case 'row':
      return `| ${bold}${extra}`;
    case 'cells':
      return `| ${bare}\n| ${value}${extra}`;
    case 'heads':
      return `! ${bare}\n| ${value}${extra}`;
    case 'paragraphs':
      return `${plainLabel(field.label, field.style === 'none' ? 'inside' : field.style)} ${value}${extra}`;
    case 'definitions':
      return `; ${bare}\n: ${value}${extra}`;
    case 'broken list':
      return `: ${bold}${extra}`;
    case 'boxes':
      return `<div>${bold}${extra}\n</div>`;
    case 'bullets':
      return `* ${bold}${extra}`;
    case 'paragraph':
      return `${bold}${extra}`;
  }
}

function plainLabel(label: string, style: LabelStyle): string {
  const colons = { inside: '&#58;', outside: '&#58;', 'blank before': ' &#58;', 'full width': '：', none: '' } as const;
  return `${written(label)}${colons[style]}`;
}

function boldLabel({ label, style }: OddField): string {
  return style === 'outside' ? `'''${written(label)}'''&#58;` : `'''${plainLabel(label, style)}'''`;
}

function dressed(wikitext: string, dress: OddField['dress']): string {
  switch (dress) {
    case 'none':
      return wikitext;
    case 'link':
      return wikitext === '' ? '' : `[[Rope|${wikitext}]]`;
    case 'emphasis':
      return `<i>${wikitext}</i>`;
    case 'span':
      return `<span style="color:red" onclick="ran(50)">${wikitext}</span>`;
    case 'hidden comment':
      return `<!-- GSoC: No -->${wikitext}`;
  }
}

function extraOf(idea: OddIdea, field: OddField, number: number): string {
  const star = idea.form === 'bullets' ? '**' : '*';
  const bullets = field.bullets.map(words => `\n${star} ${written(words)}`).join('');
  if (field.name === 'description')
    return `${bullets}${idea.decoy === null ? '' : `\n${idea.decoy}`}${commentsAt(idea, number, 'description')}`;
  return field.name === 'review' ? `${bullets}${commentsAt(idea, number, 'review')}` : bullets;
}

const ICON = '[[File:Pictogram voting comment 15px.png|15px]]&nbsp;';

function commentsAt(idea: OddIdea, number: number, where: OddIdea['comments'][number]['where']): string {
  return idea.comments
    .flatMap((comment, at) =>
      comment.where === where
        ? `\n* ${ICON}<b>${written(comment.author)}</b> 10:00, 3 March 2014 (UTC): ${commentToken(number, at)} ${written(comment.words)}`
        : [],
    )
    .join('');
}
