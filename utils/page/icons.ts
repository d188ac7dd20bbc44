/** Where the icon of a comment stands, in old and new image markup, shown, missing or loaded later. */
import { decodeUrl } from './address.ts';
import { collapse, hasText, textOfNode } from './text.ts';
import { attribute, closest, endOf, homeOf, isBlock, nameAt, parentOf, type Tree } from './tree.ts';

const NOT_SHOWN = new Set(['pre', 'code']);

/** The outermost inline node of each icon (its link or span), in page order. `icon` is how the file's name starts. */
export function findIcons(tree: Tree, icon: string): number[] {
  const wanted = fileName(icon);
  const icons: number[] = [];
  if (wanted === '') return icons;
  for (let at = 1; at < tree.size; at++) {
    const name = nameAt(tree, at);
    if (NOT_SHOWN.has(name)) at = endOf(tree, at) - 1;
    else if ((name === 'img' && isIcon(tree, at, wanted)) || (name === 'a' && isEmptyIconLink(tree, at, wanted))) {
      const outer = outermost(tree, at);
      icons.push(outer);
      at = endOf(tree, outer) - 1;
    }
  }
  return icons;
}

function isIcon(tree: Tree, image: number, wanted: string): boolean {
  if (fileName(attribute(tree, image, 'alt')).startsWith(wanted)) return true;
  if (namesFile(attribute(tree, image, 'src'), wanted) || namesFile(attribute(tree, image, 'resource'), wanted))
    return true;
  const link = closest(tree, image, name => name === 'a', homeOf(tree, image) - 1);
  return link >= 0 && linksFile(tree, link, wanted);
}

/** A link to the file that shows no image: the file is missing on the wiki, or is loaded when it scrolls into view. */
function isEmptyIconLink(tree: Tree, link: number, wanted: string): boolean {
  if (!linksFile(tree, link, wanted)) return false;
  for (let at = link + 1; at < endOf(tree, link); at++) if (nameAt(tree, at) === 'img') return false;
  const text = textOfNode(tree, link);
  const isMissing = /wpDestFile=|Special:(?:FilePath|Upload)/iu.test(attribute(tree, link, 'href'));
  return text === '' || (isMissing && fileName(text).startsWith(wanted));
}

function linksFile(tree: Tree, link: number, wanted: string): boolean {
  return (
    fileName(attribute(tree, link, 'title')).startsWith(wanted) || namesFile(attribute(tree, link, 'href'), wanted)
  );
}

/** Whether a part of the address is the file, also as a thumbnail (`15px-Name.png`). */
function namesFile(url: string, wanted: string): boolean {
  if (url === '') return false;
  return decodeUrl(url)
    .split(/[/?&=]/u)
    .some(part => fileName(part).startsWith(wanted));
}

/** A file's name as MediaWiki compares it: without namespace and thumbnail size, `_` as blank, small letters. */
function fileName(text: string): string {
  return collapse(text.replaceAll('_', ' ').toLowerCase()).replace(/^(?:(?:file|image):\s*|\d+px-)/u, '');
}

/** Climbs from the image as long as nothing but the icon stands in the element above. */
function outermost(tree: Tree, image: number): number {
  let at = image;
  for (let up = parentOf(tree, at); up > 0 && !isBlock(nameAt(tree, up)); up = parentOf(tree, up)) {
    if (hasText(tree, up, at) || hasText(tree, endOf(tree, at), endOf(tree, up))) return at;
    at = up;
  }
  return at;
}
