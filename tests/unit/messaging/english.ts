/** Gives the stand-in of the extension API the English words, so that errors speak as they do for people. */
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browser as page } from '../../browser/extension-api.ts';

export function speakEnglish(): void {
  fakeBrowser.i18n.getMessage = (key, substitutions) =>
    page.i18n.getMessage(key, substitutions === undefined ? [] : [substitutions].flat().map(String));
}
