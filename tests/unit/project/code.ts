/** Source text as a reader of rules wants it: code apart from comments, and message keys apart from other strings. */

/** Strings are matched so that what looks like a comment inside them stays. */
const STRING_OR_COMMENT =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*/gmu;

/** The text with comments blanked out; every other character keeps its line and column. */
export function withoutComments(text: string): string {
  return text.replace(STRING_OR_COMMENT, (all, string?: string) => string ?? all.replace(/\S/gu, ' '));
}

/** The text without comments and without what stands in quotes (templates stay: there is code in them). */
export function withoutStrings(text: string): string {
  return withoutComments(text).replace(/"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/gu, "''");
}

/** Whether the first thing in the file is a comment that says something. */
export function opensWithComment(text: string): boolean {
  return /^(?:#!.*\n)?\s*(?:\/\*[\s*]*[^\s*/]|\/\/ *\S)/u.test(text);
}

/** All keys of a locale file, levels joined by dots, with their messages. */
export function messagesOf(json: unknown, prefix = ''): ReadonlyMap<string, string> {
  if (typeof json === 'string') return new Map([[prefix, json]]);
  return new Map(
    Object.entries(json ?? {}).flatMap(([key, value]) => [
      ...messagesOf(value, prefix === '' ? key : `${prefix}.${key}`),
    ]),
  );
}

/** The keys that no string in the code names: neither whole, nor by a template (`sort.key.${key}`), nor in the manifest's way. */
export function unusedKeys(keys: Iterable<string>, code: string): readonly string[] {
  const templates = [...code.matchAll(/`(\w+\.(?:[\w.]|\$\{[^}]*\})*)`/gu)].map(
    match =>
      new RegExp(
        `^${(match[1] ?? '')
          .replace(/\$\{[^}]*\}/gu, '[^.]+')
          .replaceAll('.', '\\.')
          .replaceAll('[^\\.]', '[^.]')}$`,
        'u',
      ),
  );
  return [...keys].filter(
    key =>
      !code.includes(`'${key}'`) &&
      !code.includes(`__MSG_${key.replaceAll('.', '_')}__`) &&
      !templates.some(template => template.test(key)),
  );
}

/** The `$1` … `$9` of a message, each once, in order. */
export function placesIn(message: string): readonly string[] {
  return [...new Set(message.match(/\$[1-9]/gu) ?? [])].sort();
}

/** How many plural forms a message has ("1 idea | 2 ideas"). */
export function formsIn(message: string): number {
  return message.split(' | ').length;
}
