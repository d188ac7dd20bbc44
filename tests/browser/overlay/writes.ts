/**
 * Comes between the overlay and the DOM: counts each writing to a made page, and at a wanted one has something happen. Not for what
 * should be true afterwards.
 */

const NODE = ['insertBefore', 'appendChild', 'removeChild', 'replaceChild'] as const;
const ELEMENT = [
  'moveBefore',
  'append',
  'prepend',
  'before',
  'after',
  'remove',
  'replaceWith',
  'replaceChildren',
  'setAttribute',
  'removeAttribute',
  'toggleAttribute',
] as const;
const CHARACTER_DATA = ['remove', 'before', 'after', 'replaceWith'] as const;

type Method = (this: Node, ...values: unknown[]) => unknown;

/** Called with the number of a writing, from 1. */
export interface Between {
  readonly before?: (number: number) => void;
  readonly after?: (number: number) => void;
}

/** While `run` runs, calls before and after each writing to what is in `page`; gives how many there were. */
export async function countWrites(
  page: Element,
  { before, after }: Between,
  run: () => Promise<void>,
): Promise<number> {
  let count = 0;
  const concerns = (value: unknown) => value instanceof Node && page.contains(value);
  const undo = [
    ...NODE.map(name => [Node.prototype, name] as const),
    ...ELEMENT.map(name => [Element.prototype, name] as const),
    ...CHARACTER_DATA.map(name => [CharacterData.prototype, name] as const),
  ].map(([prototype, name]) => {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, name);
    const original = descriptor?.value as Method | undefined;
    if (!descriptor || !original) return () => undefined;
    const counted: Method = function (...values) {
      if (!concerns(this) && !values.some(concerns)) return original.apply(this, values);
      const number = ++count;
      before?.(number);
      const result = original.apply(this, values);
      after?.(number);
      return result;
    };
    Object.defineProperty(prototype, name, { ...descriptor, value: counted });
    return () => Object.defineProperty(prototype, name, descriptor);
  });
  try {
    await run();
  } finally {
    for (const each of undo) each();
  }
  return count;
}
