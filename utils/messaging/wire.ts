/** How a message and its answer travel: plain JSON, the same towards the background and towards a tab. */
import * as v from 'valibot';
import { LENS_ERROR_CODES } from '../platform/lens-error.ts';

/** To valibot a list without items is an object without properties. */
const noList = v.pipe(
  v.unknown(),
  v.check(input => !Array.isArray(input)),
);

/** `message` is the name of a method of the protocol; an unknown name is refused by the receiver, not by this shape. */
export const REQUEST = v.strictObject({ message: v.string(), input: noList });
export type Request = v.InferOutput<typeof REQUEST>;

/** A union: `v.variant` says more of a wrong one, and is 0.1 kB more on every page of a wiki. */
export const REPLY = v.union([
  v.strictObject({ ok: v.literal(true), value: v.unknown() }),
  v.strictObject({ ok: v.literal(false), code: v.picklist(LENS_ERROR_CODES), detail: v.nullable(v.string()) }),
]);
export type Reply = v.InferOutput<typeof REPLY>;

/** Where and why a value has not its shape, for developers: "bookmarks.set input: url: The link is not one of the page." */
export function describeIssues(what: string, issues: readonly v.BaseIssue<unknown>[]): string {
  const lines = issues.map(issue => {
    const path = issue.path?.map(step => String(step.key)).join('.');
    return path ? `${path}: ${issue.message}` : issue.message;
  });
  return `${what}: ${lines.join('; ')}`.slice(0, 500);
}
