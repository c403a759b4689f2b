import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import sharp from 'sharp';
import { imagesDir } from './screenshots';

/** Frames closer than this to the one before are left out, in milliseconds: ten a second are enough to follow typing. */
const shortest = 100;
/** Nothing that stands still is shown for longer than this, in milliseconds: nobody watches a program wait. */
const longest = 1500;
/** How long the last frame stays before the film begins again, in milliseconds. */
const lastStays = 3500;

interface Frame {
  readonly png: Buffer;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** Films what a window shows, as an animated picture for documents. */
export class Film {
  readonly #session: CDPSession;
  readonly #frames: Frame[] = [];

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  /** Starts to film. The browser gives a frame whenever something has changed. */
  static async begin(page: Page): Promise<Film> {
    const session = await page.context().newCDPSession(page);
    const film = new Film(session);
    session.on('Page.screencastFrame', ({ data, metadata, sessionId }) => {
      film.#take(Buffer.from(data, 'base64'), (metadata.timestamp ?? 0) * 1000);
      // The next frame comes once this one is acknowledged; a window that was closed meanwhile has none.
      void session.send('Page.screencastFrameAck', { sessionId }).catch(() => undefined);
    });
    await session.send('Page.startScreencast', { format: 'png' });
    return film;
  }

  #take(png: Buffer, time: number): void {
    const last = this.#frames.at(-1);
    // The latest of frames that follow each other fast is what the eye keeps.
    if (last !== undefined && time - last.time < shortest)
      this.#frames[this.#frames.length - 1] = { png, time: last.time };
    else this.#frames.push({ png, time });
  }

  /**
   * Ends it and writes `docs/images/NAME.gif`.
   *
   * @param width of the picture in pixels; its height follows
   * @returns the file's path
   */
  async end(name: string, width: number): Promise<string> {
    await this.#session.send('Page.stopScreencast');
    const frames = this.#frames;
    const delay = frames.map(({ time }, index) => {
      const next = frames[index + 1];
      return next === undefined ? lastStays : Math.round(Math.min(next.time - time, longest));
    });
    const pictures = await Promise.all(
      frames.map(({ png }) => sharp(png).resize({ width }).png().toBuffer()),
    );
    const path = join(imagesDir, `${name}.gif`);
    writeFileSync(
      path,
      await sharp(pictures, { join: { animated: true } })
        // An editor has few colours; dithering them would make every frame differ from the last one everywhere.
        .gif({ delay, loop: 0, dither: 0, effort: 10, colours: 128, interFrameMaxError: 4 })
        .toBuffer(),
    );
    return path;
  }
}
