/**
 * Stands in for the extension API where components are tested as a plain page: i18n from the English locale file, nothing
 * else. Not a mock of behaviour: a component that reaches for anything more fails.
 */
import english from '../../locales/en.json';

interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

function flatten(tree: MessageTree, prefix = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}_`),
  );
}

const messages = new Map(flatten(english));

export const browser = {
  i18n: {
    getMessage(key: string, substitutions: readonly string[] = []): string {
      const message = messages.get(key) ?? '';
      return message.replace(/\$(\d)/gu, (_, digit: string) => substitutions[Number(digit) - 1] ?? '');
    },
    getUILanguage: () => 'en',
  },
};
