/**
 * Stands in for valibot in content scripts, by the build (wxt.config.ts): the same words, of which a page's script uses these, with the same
 * answers (tests/unit/platform/small-valibot.test.ts holds both against each other) and one fault told where valibot tells all. 1.5 kB less
 * (zipped) on every page of a wiki are worth having. Types are valibot's own: nobody imports this file by its name.
 *
 * What makes a form does nothing else, and the bundler is told so of each: forms that a page never asks for are left out.
 */
import { ISO_TIMESTAMP_REGEX } from 'valibot';

interface Fault {
  readonly message: string;
  readonly path: readonly { readonly key: string | number }[];
}

/** Says what is wrong with a value; `null` when nothing is. */
interface Form {
  (value: unknown): Fault | null;
  /** May be missing from its object. */
  readonly canMiss?: true;
}

interface Long {
  readonly length: number;
}

const fault = (message: string): Fault => ({ message, path: [] });

const under = (key: string | number, found: Fault | null): Fault | null =>
  found && { message: found.message, path: [{ key }, ...found.path] };

/** The first fault that `find` finds among `items`. */
function firstOf<Item>(items: Iterable<Item>, find: (item: Item) => Fault | null): Fault | null {
  for (const item of items) {
    const found = find(item);
    if (found) return found;
  }
  return null;
}

/* @__NO_SIDE_EFFECTS__ */
export function check<Value>(test: (value: Value) => boolean, message = 'Unexpected'): Form {
  return value => (test(value as Value) ? null : fault(message));
}

export { check as custom };

/* @__NO_SIDE_EFFECTS__ */
export function string(): Form {
  return check(value => typeof value === 'string', 'Expected string');
}

/* @__NO_SIDE_EFFECTS__ */
export function boolean(): Form {
  return check(value => typeof value === 'boolean', 'Expected boolean');
}

/* @__NO_SIDE_EFFECTS__ */
export function number(): Form {
  return check(value => typeof value === 'number' && !Number.isNaN(value), 'Expected number');
}

/* @__NO_SIDE_EFFECTS__ */
export function unknown(): Form {
  return check(() => true);
}

/* @__NO_SIDE_EFFECTS__ */
export function picklist(values: readonly unknown[]): Form {
  return check(value => values.includes(value), `Expected one of ${values}`);
}

/* @__NO_SIDE_EFFECTS__ */
export function literal(wanted: unknown): Form {
  return picklist([wanted]);
}

/* @__NO_SIDE_EFFECTS__ */
function none(): Form {
  return literal(null);
}

export { none as null };

/* @__NO_SIDE_EFFECTS__ */
export function integer(): Form {
  return check(Number.isInteger, 'Expected a whole number');
}

/* @__NO_SIDE_EFFECTS__ */
export function minValue(least: number): Form {
  return check((value: number) => value >= least, `Expected at least ${least}`);
}

/* @__NO_SIDE_EFFECTS__ */
export function maxValue(most: number): Form {
  return check((value: number) => value <= most, `Expected at most ${most}`);
}

/* @__NO_SIDE_EFFECTS__ */
export function maxLength(most: number): Form {
  return check(({ length }: Long) => length <= most, `Expected at most ${most} long`);
}

/* @__NO_SIDE_EFFECTS__ */
export function nonEmpty(): Form {
  return check(({ length }: Long) => length > 0, 'Expected something');
}

/* @__NO_SIDE_EFFECTS__ */
export function isoTimestamp(): Form {
  return check((value: string) => ISO_TIMESTAMP_REGEX.test(value), 'Expected a time');
}

/* @__NO_SIDE_EFFECTS__ */
export function pipe(...steps: readonly Form[]): Form {
  return value => firstOf(steps, step => step(value));
}

/* @__NO_SIDE_EFFECTS__ */
export function union(options: readonly Form[]): Form {
  return check(value => options.some(option => !option(value)));
}

/* @__NO_SIDE_EFFECTS__ */
export function nullable(form: Form): Form {
  return value => (value === null ? null : form(value));
}

/* @__NO_SIDE_EFFECTS__ */
export function exactOptional(form: Form): Form {
  return Object.assign((value: unknown) => form(value), { canMiss: true } as const);
}

/* @__NO_SIDE_EFFECTS__ */
export function array(item: Form): Form {
  return value =>
    Array.isArray(value) ? firstOf(value.entries(), ([key, each]) => under(key, item(each))) : fault('Expected Array');
}

/* @__NO_SIDE_EFFECTS__ */
export function variant(_key: string, options: readonly Form[]): Form {
  return union(options);
}

/* @__NO_SIDE_EFFECTS__ */
export function object(entries: Readonly<Record<string, Form>>): Form {
  return value => {
    if (typeof value !== 'object' || value === null) return fault('Expected Object');
    const given = value as Readonly<Record<string, unknown>>;
    return firstOf(Object.entries(entries), ([key, form]) => {
      if (key in given) return under(key, form(given[key]));
      return form.canMiss ? null : under(key, fault('Expected'));
    });
  };
}

/* @__NO_SIDE_EFFECTS__ */
export function strictObject(entries: Readonly<Record<string, Form>>): Form {
  const isKnown = (key: string) => (Object.hasOwn(entries, key) ? null : under(key, fault('Unexpected')));
  return pipe(object(entries), value => firstOf(Object.keys(value as object), isKnown));
}

export function is(form: Form, value: unknown): boolean {
  return !form(value);
}

export function safeParse(form: Form, value: unknown) {
  const found = form(value);
  return found ? { success: false, issues: [found] } : { success: true, output: value };
}
