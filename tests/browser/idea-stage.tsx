/** A stage for the small components at an idea: a host with a shadow root in a page of a given width and look; sample ideas. */
import { render, type VNode } from 'preact';
import ideaCss from '../../components/idea/idea.css?inline';
import panelsCss from '../../components/panels.css?inline';
import tokensCss from '../../components/ui/tokens.css?inline';
import uiCss from '../../components/ui/ui.css?inline';
import type { Comment } from '../../utils/model/comment.ts';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import { ideaKey } from '../../utils/model/key.ts';

export interface StageOptions {
  /** Of the content column, px. */
  readonly width?: number;
  readonly night?: boolean;
  /** `idea-lens-…` element that the component is rendered into; `idea-lens-idea` unless told. */
  readonly host?: string;
  /** Of the page. */
  readonly direction?: 'ltr' | 'rtl';
}

export interface Stage {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly heading: HTMLElement;
  readonly after: HTMLElement;
  show(component: VNode): void;
}

/** A heading, the host right after it, and a paragraph, as on a wiki page. Replaces what stood in the document before. */
export function stage({
  width = 1055,
  night = false,
  host: tag = 'idea-lens-idea',
  direction,
}: StageOptions = {}): Stage {
  const column = document.createElement('main');
  column.dir = direction ?? 'ltr';
  column.style.cssText = `width:${width}px;padding:24px;font:14px/22.4px sans-serif;color:${night ? '#eaecf0' : '#202122'}`;
  const heading = document.createElement('h4');
  heading.textContent = 'Harbour lights over radio';
  heading.style.cssText = 'margin:0;padding:8px 0;font-size:14px;line-height:22px';
  const host = document.createElement(tag);
  const isBlock = !tag.startsWith('idea-lens-comment');
  host.style.cssText = `display:${isBlock ? 'block' : 'inline'};position:relative;--idea-lens-lift:19px`;
  host.toggleAttribute('data-night', night);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokensCss, uiCss, ideaCss, panelsCss].map(css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  const after = document.createElement('p');
  after.textContent = 'Let the buoys report their lamps over the packet network.';
  after.style.cssText = 'margin:0';
  column.append(heading, host, after);
  document.body.replaceChildren(column);
  document.body.style.cssText = `margin:0;background:${night ? '#101418' : '#fff'}`;
  return { host, root, heading, after, show: component => render(component, root) };
}

/** A comment with an author and a time; an open review comment at its place unless told otherwise. */
export function comment(of: Partial<Comment> = {}): Comment {
  return {
    id: 'lamp#1',
    author: 'Mira.holm',
    timestamp: '2014-02-17T15:24Z',
    kind: 'review',
    state: 'open',
    text: 'Say which radio.',
    misplaced: false,
    ...of,
  };
}

/** An idea that nothing is wrong with, unless told otherwise. */
export function idea(of: Partial<AssessedIdea> = {}): AssessedIdea {
  const title = of.title ?? 'Harbour lights over radio';
  return {
    key: ideaKey(title),
    anchor: 'Harbour_lights_over_radio',
    title,
    list: 'peer-reviewed',
    area: 'Buoys',
    inserted: { raw: '2014-01-20', iso: '2014-01-20', candidates: ['2014-01-20'] },
    verified: { raw: '2014-02-01', iso: '2014-02-01', candidates: ['2014-02-01'] },
    program: { raw: 'Yes', value: 'yes' },
    contactRaw: 'Mira Holm <mira@lanternfish.example>',
    contacts: [{ name: 'Mira Holm', email: 'mira@lanternfish.example', role: 'contact' }],
    mailingList: 'buoys@',
    irc: null,
    difficulty: { raw: 'Medium', min: 2, max: 2 },
    skills: { raw: 'C', items: ['C'], form: 'list' },
    description: 'Let the buoys report their lamps.',
    outcomes: 'A driver.',
    outcomesRaw: 'A driver.',
    comments: [],
    text: title,
    reasons: [],
    advisories: [],
    ...of,
  };
}

/** An idea with the five commonest reasons and three advisories. */
export function poorIdea(of: Partial<AssessedIdea> = {}): AssessedIdea {
  return idea({
    list: 'needs-work',
    inserted: { raw: '01/12/2012', iso: null, candidates: ['2012-01-12', '2012-12-01'] },
    difficulty: { raw: 'Unknown', min: null, max: null },
    skills: { raw: 'Unknown', items: [], form: 'none' },
    outcomes: null,
    comments: [comment({ misplaced: true, timestamp: '2013-01-23T14:14Z' })],
    reasons: ['list:needs-work', 'comment:open', 'difficulty:missing', 'skills:missing', 'outcomes:missing'],
    advisories: ['comment:misplaced', 'date:ambiguous', 'verified:never'],
    ...of,
  });
}
