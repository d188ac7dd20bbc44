/**
 * Runs once around the tests of the project "firefox": says, before and after them, when they are skipped for want of a Firefox.
 * With IDEA_LENS_FIREFOX=required that is a failure.
 */
import { findFirefox } from '../tools/find-firefox.ts';

export default function announce(): () => void {
  const found = findFirefox();
  if (found.path !== null) {
    console.log(`Firefox: ${found.path}`);
    return () => undefined;
  }
  if (process.env.IDEA_LENS_FIREFOX === 'required') throw new Error(`The tests in Firefox are required. ${found.why}`);
  const line = `\nTHE TESTS IN FIREFOX ARE SKIPPED. ${found.why}\n`;
  console.warn(line);
  return () => console.warn(line);
}
