/**
 * Levels what differs from one rendering to the next in a page or stylesheet of MediaWiki: times, durations, request
 * ids. Nothing that a reader of the page could mean anything by is taken away.
 */

const LEVELLED: readonly (readonly [RegExp, string])[] = [
  [/"wgRequestId":"[^"]*"/gu, '"wgRequestId":"0"'],
  [/"wgBackendResponseTime":\d+/gu, '"wgBackendResponseTime":1'],
  [/"wgHostname":"[^"]*"/gu, '"wgHostname":"wiki"'],
  [/"(cputime|walltime)":"[\d.]+"/gu, '"$1":"0.000"'],
  [/(?<label>time usage<\/th><td>)[\d.]+ seconds/gu, '$<label>0.000 seconds'],
  [/"timingprofile":\[[^\]]*\]/gu, '"timingprofile":[]'],
  [/"cachereport":\{[^}]*\}/gu, '"cachereport":{}'],
  [/<!--\s*NewPP limit report[\s\S]*?-->/gu, '<!-- NewPP limit report -->'],
  [/<!--\s*Transclusion expansion time report[\s\S]*?-->/gu, '<!-- Transclusion expansion time report -->'],
  [/<!-- Saved in (?:parser|Parsoid)[\s\S]*?-->/gu, '<!-- Saved in parser cache -->'],
  [/<!-- Saved in RevisionOutputCache[\s\S]*?-->/gu, '<!-- Saved in parser cache -->'],
  [/(name="wpStarttime"[^>]*value="|value=")20\d{12}("[^>]*name="wpStarttime"|")/gu, '$120140501120000$2'],
  // The pages' own dates are of 2012 to 2014; 14 digits of a later year are the time of rendering.
  [/\b20(?:2[5-9]|[3-9]\d)(?:0[1-9]|1[0-2])\d{8}\b/gu, '20140501120000'],
];

/** The same text for the same page, whenever and wherever it was rendered. */
export function steady(text: string): string {
  return LEVELLED.reduce((levelled, [pattern, replacement]) => levelled.replace(pattern, replacement), text);
}
