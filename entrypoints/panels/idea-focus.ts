/** Puts the keyboard at an idea: on its tools' host, right behind its heading, and under the idea's name. Scrolling is the caller's. */

export function focusIdea(host: HTMLElement, title: string): void {
  host.tabIndex = -1;
  host.role = 'group';
  host.ariaLabel = title;
  host.focus({ preventScroll: true });
}
