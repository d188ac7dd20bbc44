/**
 * Stands in for valibot in content scripts, by the build (wxt.config.ts): the same words, of which a page's script uses these, with the same
 * answers (tests/unit/platform/small-valibot.test.ts holds both against each other) and one fault told where valibot tells all. 1.1 kB less
 * (zipped) on every page of a wiki are worth having. Types are valibot's own: nobody imports this file by its name.
 */
import { ISO_TIMESTAMP_REGEX } from 'valibot';

interface Fault {
  readonly message: string;
  readonly path: readonly { readonly key: string | number }[];
}

/** Says what is wrong with a value; `null` when nothing is. */
interface Schema {
  (value: unknown): Fault | null;
  /** May be missing from its object. */
  readonly canMiss?: true;
}

const fault = (message: string): Fault => ({ message, path: [] });

const suits =
  (test: (value: never) => boolean, message: string): Schema =>
  value =>
    test(value as never) ? null : fault(message);

const typed = (type: string) => () => suits(value => typeof value === type, `Expected ${type}`);

export const string = typed('string');
export const boolean = typed('boolean');
export const number = () => suits(value => typeof value === 'number' && !Number.isNaN(value), 'Expected number');
export const unknown = () => suits(() => true, '');
export const custom = (test: (value: never) => boolean) => suits(test, 'Unexpected');
export const check = (test: (value: never) => boolean, message = 'Unexpected') => suits(test, message);
export const picklist = (values: readonly unknown[]) =>
  suits((value: unknown) => values.includes(value), `Expected one of ${values}`);
export const literal = (wanted: unknown) => picklist([wanted]);
const none = () => literal(null);

export { none as null };

export const integer = () => check(Number.isInteger, 'Expected a whole number');
export const minValue = (least: number) => check((value: number) => value >= least, `Expected at least ${least}`);
export const maxValue = (most: number) => check((value: number) => value <= most, `Expected at most ${most}`);
export const maxLength = (most: number) =>
  check((value: { readonly length: number }) => value.length <= most, `Expected at most ${most} long`);
export const nonEmpty = () => check((value: { readonly length: number }) => value.length > 0, 'Expected something');
export const isoTimestamp = () => check((value: string) => ISO_TIMESTAMP_REGEX.test(value), 'Expected a time');

/** The first fault that `find` finds among `items`. */
function firstOf<Item>(items: Iterable<Item>, find: (item: Item) => Fault | null): Fault | null {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}

const under = (key: string | number, found: Fault | null) =>
  found && { message: found.message, path: [{ key }, ...found.path] };

export const pipe =
  (...steps: readonly Schema[]): Schema =>
  value =>
    firstOf(steps, step => step(value));

export const union =
  (options: readonly Schema[]): Schema =>
  value =>
    options.some(option => !option(value)) ? null : fault('Unexpected');

export const nullable = (schema: Schema) => union([none(), schema]);

export const exactOptional = (schema: Schema): Schema =>
  Object.assign((value: unknown) => schema(value), { canMiss: true } as const);

export const array =
  (item: Schema): Schema =>
  value =>
    Array.isArray(value) ? firstOf(value.entries(), ([key, each]) => under(key, item(each))) : fault('Expected Array');

export const strictObject =
  (entries: Readonly<Record<string, Schema>>): Schema =>
  value => {
    if (typeof value !== 'object' || value === null) return fault('Expected Object');
    const own = value as Record<string, unknown>;
    return (
      firstOf(Object.entries(entries), ([key, schema]) =>
        key in own ? under(key, schema(own[key])) : schema.canMiss ? null : under(key, fault('Expected')),
      ) ?? firstOf(Object.keys(own), key => (Object.hasOwn(entries, key) ? null : under(key, fault('Unexpected'))))
    );
  };

export const is = (schema: Schema, value: unknown) => !schema(value);

export function safeParse(schema: Schema, value: unknown) {
  const found = schema(value);
  return found ? { success: false, issues: [found] } : { success: true, output: value };
}
