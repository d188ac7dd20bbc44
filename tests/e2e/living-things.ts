/**
 * What lives in ideas and could be hurt by hiding and moving them: fields, media, a frame, boxes that were scrolled or opened, an
 * animation. Each function is sent into the page whole.
 */

/** Half a second of silence, as a WAV file of 8,000 samples a second. */
export function silence(): string {
  const samples = 4_000;
  const wav = Buffer.alloc(44 + samples, 128);
  wav.write('RIFF', 0);
  wav.writeUInt32LE(36 + samples, 4);
  wav.write('WAVEfmt ', 8);
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(8_000, 24);
  wav.writeUInt32LE(8_000, 28);
  wav.writeUInt16LE(1, 32);
  wav.writeUInt16LE(8, 34);
  wav.write('data', 36);
  wav.writeUInt32LE(samples, 40);
  return `data:audio/wav;base64,${wav.toString('base64')}`;
}

/** What is alive, as it was last seen. */
export interface Alive {
  readonly typed: string;
  readonly caret: readonly (number | null)[];
  readonly words: string;
  readonly wordsScrolled: number;
  readonly ticked: boolean;
  readonly picked: string;
  readonly opened: boolean;
  readonly scrolled: number;
  /** The frame's document is the one that was written into. */
  readonly frame: boolean;
  readonly playing: readonly boolean[];
  /** The animation was never begun anew. */
  readonly animated: boolean;
}

/** Puts living things behind the end of the cell, or the block, of each of the ideas of these headings, with a word to search for. */
export async function bringToLife({ titles, sound }: { titles: readonly string[]; sound: string }): Promise<void> {
  const made: Element[] = [];
  const add = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, values: object): HTMLElementTagNameMap[Tag] => {
    const element = document.createElement(tag);
    Object.assign(element, values);
    made.at(-1)?.append(element);
    return element;
  };
  const things = [];
  for (const title of titles) {
    const heading = [...document.querySelectorAll('h2, h3, h4, h5')].find(
      each => (each.querySelector('.mw-headline') ?? each).textContent?.trim() === title,
    );
    const block = heading?.closest('.mw-heading') ?? heading;
    const next = block?.nextElementSibling;
    const place = next?.querySelector('td:last-of-type') ?? next;
    if (!place) throw new Error(`There is no ${title}`);
    made.push(place.appendChild(document.createElement('div')));
    add('p', { className: 'alive-words', textContent: `Survivors live in ${title}.` });
    const field = add('input', { value: 'typed by hand', className: 'alive-field' });
    const area = add('textarea', { value: 'line\n'.repeat(40), rows: 3 });
    area.scrollTop = 50;
    const tick = add('input', { type: 'checkbox', checked: true });
    const pick = add('select', {});
    pick.append(new Option('first'), new Option('second'));
    pick.selectedIndex = 1;
    const details = add('details', { open: true });
    details.append('More of it.');
    const box = add('div', { innerText: 'long '.repeat(900) });
    box.style.cssText = 'height: 60px; overflow: auto';
    box.scrollTop = 37;
    const frame = add('iframe', { srcdoc: '<p>A frame.' });
    await new Promise(done => frame.addEventListener('load', done, { once: true }));
    frame.contentDocument?.body.append('Written into it.');
    const media = [
      add('audio', { src: sound, loop: true, muted: true }),
      add('video', { src: sound, loop: true, muted: true }),
    ];
    await Promise.all(media.map(each => each.play()));
    const spin = box.animate([{ opacity: 1 }, { opacity: 0.5 }], {
      duration: 5_000,
      iterations: Number.POSITIVE_INFINITY,
    });
    await spin.ready;
    const looked = { animation: spin, begun: spin.startTime, document: frame.contentDocument };
    things.push({ field, area, tick, pick, details, box, frame, media, looked });
  }
  Object.assign(globalThis, { things });
}

/** How all of it is; waits until the media have gone on by some moments, or can be seen not to. */
export async function lookAtLife(): Promise<Alive[]> {
  const { things } = globalThis as unknown as { things: readonly Thing[] };
  interface Thing {
    readonly field: HTMLInputElement;
    readonly area: HTMLTextAreaElement;
    readonly tick: HTMLInputElement;
    readonly pick: HTMLSelectElement;
    readonly details: HTMLDetailsElement;
    readonly box: HTMLElement;
    readonly frame: HTMLIFrameElement;
    readonly media: readonly HTMLMediaElement[];
    readonly looked: { readonly animation: Animation; readonly begun: number; readonly document: Document };
  }
  const goesOn = async (media: HTMLMediaElement) => {
    const { currentTime } = media;
    // It tells of the time about four times a second while it plays; a paused one never does.
    for (let told = 0; told < 3 && !media.paused && media.currentTime === currentTime; told++) {
      await new Promise(done => media.addEventListener('timeupdate', done, { once: true }));
    }
    return !media.paused && media.currentTime !== currentTime;
  };
  const frames = async () => {
    for (let frame = 0; frame < 10; frame++) await new Promise(requestAnimationFrame);
  };
  const scrolled = new Map<Thing, readonly [number, number]>();
  for (const thing of things) {
    // What the browser skips far from the window has no layout, and nothing in it is scrolled: it is looked at as one comes to it.
    if (thing.box.checkVisibility()) thing.box.scrollIntoView({ block: 'center', behavior: 'instant' });
    await frames();
    scrolled.set(thing, [thing.area.scrollTop, thing.box.scrollTop]);
  }
  return Promise.all(
    things.map(async thing => {
      const { field, area, tick, pick, details, box, frame, media, looked } = thing;
      const [wordsScrolled, boxScrolled] = scrolled.get(thing) ?? [Number.NaN, Number.NaN];
      return {
        typed: field.value,
        caret: [field.selectionStart, field.selectionEnd],
        words: area.value.slice(0, 9),
        wordsScrolled,
        ticked: tick.checked,
        picked: pick.value,
        opened: details.open,
        scrolled: boxScrolled,
        frame: frame.contentDocument === looked.document && frame.contentDocument.body.innerText.includes('Written'),
        playing: await Promise.all(media.map(goesOn)),
        animated:
          box.getAnimations()[0] === looked.animation &&
          looked.animation.startTime === looked.begun &&
          looked.animation.playState === 'running',
      };
    }),
  );
}
