/**
 * The page as somebody reads it who knows nothing of tags: headings, and under each of them lines of text, some of which begin with a
 * label. Written apart from utils/page on purpose, simply, and only for holding that to it.
 */
import { FIELD_NAMES, type FieldName, type Profile } from '../../utils/model/profile.ts';

export interface PlainSection {
  readonly title: string;
  /** Lines between the heading and the next one, white space collapsed, none empty, `<pre>` left out. */
  readonly lines: readonly string[];
  /** Comment icons there, outside `<pre>`. */
  readonly icons: number;
}

export interface PlainField {
  readonly name: FieldName;
  /** The rest of the line, or the next line where nothing follows. */
  readonly value: string;
}

const NOT_SHOWN = new Set(
  'script style template noscript iframe textarea select svg noframes noembed frameset title'.split(' '),
);
const INLINE = new Set(
  'a abbr b bdi bdo big button cite code del dfn em font i img input ins kbd label mark math mi mtext object q rt ruby s samp small span strike strong sub sup tt u var video wbr link meta'.split(
    ' ',
  ),
);
/** What only points to the content. */
const AROUND = ['toc', 'navbox', 'mw-references-wrap', 'mw-editsection'];

export const tidy = (text: string): string => text.replace(/\s+/gu, ' ').trim();

interface Open {
  title: string;
  lines: string[];
  icons: number;
}

/** All sections of `root` that a heading begins. */
export function readPlainly(root: Element, isIcon: (image: Element) => boolean): PlainSection[] {
  const sections: Open[] = [];
  let words = '';
  let inHeading: Element | null = null;
  const endLine = () => {
    const section = sections.at(-1);
    const line = tidy(words);
    words = '';
    if (section && line !== '') {
      if (inHeading) section.title = tidy(`${section.title} ${line}`);
      else section.lines.push(line);
    }
  };
  const enter = (element: Element): boolean => {
    const name = nameOf(element);
    const classes = classesOf(element);
    if (NOT_SHOWN.has(name) || AROUND.some(around => classes.includes(around)) || name === 'pre') {
      if (!INLINE.has(name) && !classes.includes('mw-editsection')) endLine();
      return false;
    }
    if (/^h[1-6]$/u.test(name) && !inHeading) {
      endLine();
      sections.push({ title: '', lines: [], icons: 0 });
      inHeading = element;
    } else if (name === 'br' || !INLINE.has(name)) endLine();
    const section = sections.at(-1);
    if (name === 'img' && section && isIcon(element)) section.icons++;
    return true;
  };
  const leave = (element: Element) => {
    if (!INLINE.has(nameOf(element))) endLine();
    if (element === inHeading) inHeading = null;
  };
  walk(root, enter, leave, text => {
    words += text;
  });
  endLine();
  return sections;
}

/** Without recursion: pages are nested deeper than a stack is. */
function walk(
  root: Element,
  enter: (element: Element) => boolean,
  leave: (element: Element) => void,
  text: (data: string) => void,
): void {
  const walker = root.ownerDocument.createTreeWalker(root);
  const open: Element[] = [];
  const visit = (): boolean => {
    const node = walker.currentNode;
    if (node.nodeType === 3) text(node.nodeValue ?? '');
    const isElement = node.nodeType !== 3 && node.nodeType !== 8 && node.nodeType !== 7 && node.nodeType !== 4;
    if (!isElement || !enter(node as Element)) return false;
    open.push(node as Element);
    return true;
  };
  let goesIn = visit();
  for (;;) {
    if (goesIn && walker.firstChild()) {
      goesIn = visit();
      continue;
    }
    if (goesIn) leave(open.pop() as Element);
    while (!walker.nextSibling()) {
      if (open.length === 0 || !walker.parentNode()) return;
      leave(open.pop() as Element);
    }
    goesIn = visit();
  }
}

/** A form can hide its own properties behind its controls' names. */
function nameOf(element: Element): string {
  return typeof element.localName === 'string' ? element.localName : 'form';
}

function classesOf(element: Element): readonly string[] {
  return typeof element.localName === 'string' && element.localName !== 'form'
    ? (element.getAttribute('class') ?? '').split(/\s+/u)
    : [];
}

/** The fields that lines begin with, in order; the same one as often as it stands there. */
export function plainFields(lines: readonly string[], profile: Profile): PlainField[] {
  const labels = FIELD_NAMES.flatMap(name =>
    profile.labels[name].map(label => ({ name, label: tidy(label).toLowerCase() })),
  );
  labels.sort((a, b) => b.label.length - a.label.length);
  return lines.flatMap((line, at) => {
    const known = labels.find(
      ({ label }) => line.toLowerCase().startsWith(label) && !/^[\p{L}\p{N}]/u.test(line.slice(label.length)),
    );
    if (!known) return [];
    const rest = line
      .slice(known.label.length)
      .replace(/^\s*[:：]\s*/u, '')
      .trim();
    return [{ name: known.name, value: rest === '' ? (lines[at + 1] ?? '').replace(/^[:：]\s*/u, '') : rest }];
  });
}
