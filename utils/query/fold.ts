/**
 * Folding: the form in which texts are compared, so that accents, case and kinds of white space make no difference.
 * Not for showing (it loses letters' shapes) and not for keys (those keep accents).
 */

/** Accents and points. Voicing marks of kana and vowel signs of Indic scripts stay: without them it is another word. */
const ACCENTS =
  /(?![\u3099\u309a])\p{Script=Inherited}|[\u0483\u0484\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu;
/** Soft hyphens, joiners, direction marks: nobody types them into a search field. */
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
/** One character with everything that hangs on it; decomposing never moves a mark across such a piece's borders. */
const PIECE = /[\s\S][\p{M}\p{Default_Ignorable_Code_Point}]*/gu;
/** What needs more than lower case; the rest of a text is passed by quickly, and no character in it leans on what is before it. */
const BEYOND_ASCII = /[^\0-\x7f]+/gu;
/** What keyboards type and what texts are set with, of one width each. */
const APOSTROPHES = /[‘’ʼ]/gu;
const HYPHENS = /[‐-–−]/gu;
/** White space that is not yet a single blank. */
const RAGGED = /[\t-\r]| {2}|[^\0-\x7f]/u;
/** What folding may make longer or shorter. */
const SHIFTING = /[^\0-\x7f]|\s\s/u;

/** Folded text, and for each of its UTF-16 units where in the original the character stands that it came from. */
export interface FoldedText {
  readonly folded: string;
  /** Offset of the first UTF-16 unit of the original character (marks included). */
  readonly starts: Uint32Array;
  /** Offset behind its last UTF-16 unit. */
  readonly ends: Uint32Array;
}

/**
 * The text without accents (after canonical decomposition), without invisible characters, case folded (`ß` and `ẞ` become `ss`,
 * `İ` and `ı` become `i`, final sigma becomes sigma), every apostrophe and hyphen the keyboard's, each run of white space one blank. Any string will do.
 */
export function fold(text: string): string {
  const folded = text.replace(BEYOND_ASCII, foldRun).toLowerCase();
  return RAGGED.test(folded) ? folded.replace(/\s+/gu, ' ') : folded;
}

/** `fold(text)` with the way back: for painting hits on the original text. */
export function foldWithMap(text: string): FoldedText {
  return SHIFTING.test(text) ? foldPieces(text) : foldInPlace(text);
}

/** Each unit stays where it was. */
function foldInPlace(text: string): FoldedText {
  const starts = new Uint32Array(text.length);
  for (let unit = 0; unit < starts.length; unit++) starts[unit] = unit;
  return { folded: fold(text), starts, ends: starts.map(unit => unit + 1) };
}

function foldPieces(text: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const piece of text.matchAll(PIECE)) {
    const part = fold(piece[0]);
    if (part === ' ' && folded.endsWith(' ')) continue;
    folded += part;
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(piece.index);
      ends.push(piece.index + piece[0].length);
    }
  }
  return { folded, starts: Uint32Array.from(starts), ends: Uint32Array.from(ends) };
}

/**
 * One stretch of a text. By way of upper case, which is where `ß`, ligatures and dotless `ı` meet their plain forms; what that
 * leaves of a final sigma is the common one.
 */
function foldRun(run: string): string {
  const bare = run.normalize('NFD').replace(ACCENTS, '').replace(IGNORABLE, '');
  const folded = bare.toLowerCase().toUpperCase().toLowerCase().replaceAll('ς', 'σ');
  return folded.replace(APOSTROPHES, "'").replace(HYPHENS, '-');
}
