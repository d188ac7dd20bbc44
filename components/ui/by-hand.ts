/**
 * For controls on a wiki's page that keep something for the user or open a tab. The page's own scripts can press our buttons, too
 * (every shadow root is open); the browser tells such a press from a person's, assistive technology among them. What only changes
 * the view needs none of this: a script could change the page anyway.
 */

/** A listener that acts when a person pressed, and does nothing when a script did. */
export function byHand(act: () => void): (event: Event) => void {
  return event => {
    if (event.isTrusted) act();
  };
}
