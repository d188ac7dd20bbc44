/**
 * The small elements of ours that stand on the page, each with an open shadow root that others render into. This module
 * knows where they stand; not what is in them.
 */
import type { CommentRegion, GroupRegion, IdeaRegion, Regions } from '../model/region.ts';
import type { Journal } from './journal.ts';
import {
  COMMENT,
  COMMENT_ATTRIBUTE,
  COMMENT_LABEL,
  IDEA,
  LIST_NOTE,
  NIGHT_ATTRIBUTE,
  NOTES,
  PLACE,
  TOOLBAR,
} from './names.ts';
import { nextOf, parentOf } from './nodes.ts';

export interface Hosts {
  /** The bar, before the first list; `null` when the page has no such place. */
  readonly toolbar: () => HTMLElement | null;
  /** Right after the bar's place; `null` when the page has none. */
  readonly notes: () => HTMLElement | null;
  /** Zero high, right after the idea's heading. */
  readonly idea: (region: IdeaRegion) => HTMLElement;
  /** Inline, right before the comment's icon. */
  readonly comment: (region: CommentRegion, state: 'open' | 'interest' | 'addressed') => HTMLElement;
  /** Inline, right after the comment's last word. */
  readonly commentLabel: (region: CommentRegion) => HTMLElement;
  /** Right after a list's heading. */
  readonly listNote: (group: GroupRegion) => HTMLElement;
  /** Above the idea's heading, in its section. */
  readonly place: (region: IdeaRegion) => HTMLElement;
  /** The idea's host, where it has been made. */
  readonly madeFor: (region: IdeaRegion) => HTMLElement | null;
  /** All hosts made so far. */
  readonly all: () => Iterable<HTMLElement>;
  /** Dark or light, now and for hosts to come. */
  night(on: boolean): void;
}

export interface HostOptions {
  readonly styles: (tag: string) => CSSStyleSheet[];
  /** What their words are in, except where they repeat the page's alone; the direction stays the page's, as their places do. */
  readonly language?: string;
}

/** Hosts for one lens; each is made once, at its first use. */
export function createHosts(regions: Regions, { styles, language }: HostOptions, journal: Journal): Hosts {
  const hosts = new Map<string, Map<unknown, HTMLElement>>();
  let isNight = false;

  function host(tag: string, of: unknown, insert: (element: HTMLElement) => void): HTMLElement {
    const made = hosts.get(tag) ?? new Map<unknown, HTMLElement>();
    hosts.set(tag, made);
    const known = made.get(of);
    if (known?.isConnected) return known;
    const document = regions.root?.ownerDocument ?? globalThis.document;
    const element = document.createElement(tag);
    element.attachShadow({ mode: 'open' }).adoptedStyleSheets = styles(tag);
    if (language !== undefined && tag !== PLACE) element.lang = language;
    element.toggleAttribute(NIGHT_ATTRIBUTE, isNight);
    insert(element);
    made.set(of, element);
    return element;
  }

  const after = (node: Node) => (element: HTMLElement) => {
    const parent = parentOf(node);
    if (parent) journal.insert(element, parent, nextOf(node));
  };
  const before = (node: Node) => (element: HTMLElement) => {
    const parent = parentOf(node);
    if (parent) journal.insert(element, parent, node);
  };

  return {
    toolbar: () => (regions.start ? host(TOOLBAR, regions, before(regions.start)) : null),
    notes: () => (regions.start ? host(NOTES, regions, before(regions.start)) : null),
    idea: region => host(IDEA, region, after(region.headingBlock)),
    comment(region, state) {
      const element = host(COMMENT, region, before(region.icon));
      element.setAttribute(COMMENT_ATTRIBUTE, state);
      return element;
    },
    commentLabel: region => host(COMMENT_LABEL, region, after(lastConnected(region))),
    listNote: group => host(LIST_NOTE, group, after(group.headingBlock)),
    place: region => host(PLACE, region, before(region.headingBlock)),
    madeFor: region => hosts.get(IDEA)?.get(region) ?? null,
    *all() {
      for (const made of hosts.values()) yield* made.values();
    },
    night(on) {
      isNight = on;
      for (const made of hosts.values())
        for (const element of made.values()) element.toggleAttribute(NIGHT_ATTRIBUTE, on);
    },
  };
}

function lastConnected(region: CommentRegion): Node {
  return region.nodes.findLast(node => node.isConnected && node.textContent?.trim()) ?? region.icon;
}
