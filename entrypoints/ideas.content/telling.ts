/** What the extension's icon is told of this page. */
import type { Background } from '../../utils/messaging/protocol.ts';

/** How many ideas need a review. */
export function tellCount({ 'attention.count': tell }: Background, count: number): void {
  // The icon is a convenience: without it everything else still works.
  tell({ count }).catch(() => undefined);
}
