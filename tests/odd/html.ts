/** An odd page as HTML: what is drawn in plan.ts, written down in the forms that MediaWiki and its users give it. */
import { commentToken, ideasOf, writtenFields } from './names.ts';
import type { HeadingForm, LabelStyle, OddField, OddIdea, OddPage } from './plan.ts';
import { escapeText } from './texts.ts';

const ICON =
  '<a href="/wiki/File:Pictogram_voting_comment_15px.png" class="image"><img alt="Pictogram voting comment 15px.png" src="/images/b/bc/Pictogram_voting_comment_15px.png"></a>&#160;';

/** The content of the page: what stands in the content element. */
export function contentOf(page: OddPage): string {
  let number = 0;
  const [listLevel, areaLevel, ideaLevel] = page.levels;
  const parts = [page.before ?? '', '<span><b>'.repeat(page.depth)];
  for (const list of page.lists) {
    parts.push(list.heading === null ? '' : heading(page, number, listLevel, escapeText(list.heading), list.heading));
    parts.push(list.noise ?? '', '\n');
    for (const area of list.areas) {
      if (area.heading !== null) parts.push(heading(page, number, areaLevel, escapeText(area.heading), area.heading));
      for (const idea of area.ideas) parts.push(ideaOf(page, idea, number++, ideaLevel));
    }
  }
  return parts.join('');
}

/** The whole document. `content` may have been made steady by a parser, as MediaWiki does. */
export function documentOf(page: OddPage, content: string): string {
  const before = '<!DOCTYPE html><html><head><title>Odd</title></head>';
  const body = `<body class="mediawiki ${page.direction} sitedir-${page.direction} action-view">`;
  if (page.root === 'body') return `${before}${body}${content}</body></html>`;
  const output =
    page.root === 'parser output' ? `<div class="mw-parser-output" dir="${page.direction}">${content}</div>` : content;
  return `${before}${body}<div id="content"><h1 id="firstHeading">Odd</h1><div id="mw-content-text">${output}</div></div></body></html>`;
}

const bracket = (text: string) => `<span class="mw-editsection-bracket">${text}</span>`;

function heading(page: OddPage, number: number, level: number, html: string, plain: string): string {
  const forms: readonly HeadingForm[] = ['old', 'new', 'bare'];
  const form = page.headings === 'mixed' ? forms[number % forms.length] : page.headings;
  const id = escapeText(plain.slice(0, 80).replace(/\s/gu, '_'));
  const edit = `<span class="mw-editsection">${bracket('[')}<a href="/index.php?title=Odd&amp;action=edit&amp;section=T-1">edit</a>${bracket(']')}</span>`;
  if (form === 'old') return `\n<h${level}><span class="mw-headline" id="${id}">${html}</span>${edit}</h${level}>\n`;
  if (form === 'bare') return `\n<h${level}>${html}</h${level}>\n`;
  return `\n<div class="mw-heading mw-heading${level}"><h${level} id="${id}">${html}</h${level}>${edit}</div>\n`;
}

function ideaOf(page: OddPage, idea: OddIdea, number: number, level: number): string {
  const head = heading(page, number, level, dressed(escapeText(idea.title), idea.dress), idea.title);
  const body = `${fieldsOf(page, idea, number)}${commentsAt(idea, number, 'after')}`;
  const whole = page.sections ? `<section data-mw-section-id="-1">${head}${body}</section>` : `${head}${body}`;
  return `${idea.form === 'boxes' && !page.sections ? `<div class="card">${whole}</div>` : whole}${idea.noise ?? ''}`;
}

function fieldsOf(page: OddPage, idea: OddIdea, number: number): string {
  const fields = writtenFields(page, idea, number);
  const write = (field: OddField) => fieldOf(idea, field, extraOf(idea, field, number));
  const all = fields.map(write);
  switch (idea.form) {
    case 'row':
    case 'cells':
    case 'heads':
      return `<table class="wikitable"><tbody>${all.join('\n')}</tbody></table>\n`;
    case 'paragraph':
      return `<p>${all.join('<br>\n')}</p>\n`;
    case 'definitions':
      return `<dl>${all.join('\n')}</dl>\n`;
    case 'bullets':
      return `<ul>${all.join('\n')}</ul>\n`;
    default:
      return `${all.join('\n')}\n`;
  }
}

function fieldOf(idea: OddIdea, field: OddField, extra: string): string {
  const value = dressed(escapeText(field.value), field.dress);
  const bold = `${boldLabel(field)} ${value}`;
  const bare = plainLabel(field.label, field.style);
  switch (idea.form) {
    case 'row':
      return `<tr><td>${bold}${extra}</td></tr>`;
    case 'cells':
      return `<tr><td>${bare}</td><td>${value}${extra}</td></tr>`;
    case 'heads':
      return `<tr><th>${bare}</th><td>${value}${extra}</td></tr>`;
    case 'paragraph':
      return extra === '' ? bold : `${bold}</p>${extra}<p>`;
    case 'paragraphs':
      return `<p>${plainLabel(field.label, field.style === 'none' ? 'inside' : field.style)} ${value}</p>${extra}`;
    case 'definitions':
      return `<dt>${bare}</dt><dd>${value}${extra}</dd>`;
    case 'broken list':
      return `<dl><dd>${bold}</dd></dl>${extra}`;
    case 'boxes':
      return `<div>${bold}${extra}</div>`;
    case 'bullets':
      return `<li>${bold}${extra}</li>`;
  }
}

function plainLabel(label: string, style: LabelStyle): string {
  const colons: Readonly<Record<LabelStyle, string>> = {
    inside: ':',
    outside: ':',
    'blank before': ' :',
    'full width': '：',
    none: '',
  };
  return `${escapeText(label)}${colons[style]}`;
}

function boldLabel({ label, style }: OddField): string {
  return style === 'outside' ? `<b>${escapeText(label)}</b>:` : `<b>${plainLabel(label, style)}</b>`;
}

function dressed(html: string, dress: OddField['dress']): string {
  switch (dress) {
    case 'none':
      return html;
    case 'link':
      return `<a href="/wiki/Rope" title="Rope">${html}</a>`;
    case 'emphasis':
      return `<i>${html}</i>`;
    case 'span':
      return `<span style="color:red" onclick="ran(50)">${html}</span>`;
    case 'hidden comment':
      return `<!-- GSoC: No -->${html}`;
  }
}

/** What stands behind a field's words. */
function extraOf(idea: OddIdea, field: OddField, number: number): string {
  const bullets =
    field.bullets.length > 0 ? `<ul>${field.bullets.map(words => `<li>${escapeText(words)}</li>`).join('')}</ul>` : '';
  if (field.name === 'description') return `${bullets}${idea.decoy ?? ''}${commentsAt(idea, number, 'description')}`;
  return field.name === 'review' ? `${bullets}${commentsAt(idea, number, 'review')}` : bullets;
}

function commentsAt(idea: OddIdea, number: number, where: OddIdea['comments'][number]['where']): string {
  const items = idea.comments.flatMap((comment, at) =>
    comment.where === where
      ? [
          `<li>${ICON}<b>${escapeText(comment.author)}</b> 10:00, 3 March 2014 (UTC): ${commentToken(number, at)} ${escapeText(comment.words)}</li>`,
        ]
      : [],
  );
  return items.length > 0 ? `<ul>${items.join('\n')}</ul>` : '';
}

/** How many ideas, for what is said of a run. */
export const sizeOf = (page: OddPage): number => ideasOf(page).length;
