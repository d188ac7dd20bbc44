/** Says politely what has no place of its own to be read: "Copied", "3 suggestions". Not the status, which is one of its own. */

export function Announcer({ words }: { readonly words: string }) {
  return (
    <div class="unseen" aria-live="polite">
      {words}
    </div>
  );
}
