import type { FrameLocator, Page } from 'playwright-core';
import type { VsCode } from '../harness/vs-code';

/** More stops than any step of the wizard has on the example. */
const mostStops = 400;
/** The label of every model that the tests offer. */
const anyModel = /^(Outline|test-model|OpenAI|Fake)/;

/** Walks the wizard as somebody without a mouse does: Tab, arrows, Enter and Space, nothing else. */
export class WizardByKeyboard {
  readonly #vsCode: VsCode;

  constructor(vsCode: VsCode) {
    this.#vsCode = vsCode;
  }

  get page(): Page {
    return this.#vsCode.page;
  }

  get frame(): FrameLocator {
    return this.#vsCode.wizard();
  }

  /** Takes the five steps from Source to Generate, with everything that is still open deferred. */
  async walkToGenerate({ template = /^Agent-ready/ } = {}): Promise<void> {
    await this.at('Source');
    await this.frame.getByText('US-010').first().waitFor();
    await this.press('Next');
    await this.at('Context');
    await this.frame.getByText('AGENTS.md').first().waitFor();
    await this.press('Next');
    await this.at('Template');
    await this.tabTo(/specification/i);
    await this.arrowTo(template);
    await this.press('Next');
    await this.at('Questions');
    await this.press('Defer the rest');
    await this.press('Next');
    await this.at('Generate');
  }

  /** Chooses a model in the Generate step, presses Generate and waits until the draft has begun. */
  async generate(model: RegExp): Promise<void> {
    await this.tabTo(anyModel);
    await this.arrowTo(model);
    await this.press('Generate');
    // The button is gone and the progress has the focus: Tab goes on from there, not out of the wizard.
    await this.frame.locator('h2:focus').waitFor();
  }

  /** Waits until a step is shown and its heading has the focus. */
  async at(step: string): Promise<void> {
    try {
      await this.frame.locator('h1:focus', { hasText: step }).waitFor();
    } catch (error) {
      const picture = await this.#vsCode.screenshot(`not-at-${step}`);
      throw new Error(`The wizard is not at ${step}; see ${picture}`, { cause: error });
    }
  }

  /** Accessible label or text of what has the focus; `null` while the wizard has none. */
  async focused(): Promise<string | null> {
    return this.frame.locator('body').evaluate((body) => {
      const element = body.ownerDocument.activeElement;
      if (element === null || element === body || !body.ownerDocument.hasFocus()) return null;
      const labelled = element.getAttribute('aria-labelledby');
      const label = labelled === null ? null : body.ownerDocument.getElementById(labelled)?.textContent;
      const inputLabel = 'labels' in element ? (element as HTMLInputElement).labels?.[0]?.textContent : null;
      return (element.getAttribute('aria-label') ?? label ?? inputLabel ?? element.textContent).trim();
    });
  }

  /** Tabs on until something with this label or text has the focus. */
  async tabTo(name: string | RegExp): Promise<void> {
    const seen: string[] = [];
    while (seen.length < mostStops) {
      await this.page.keyboard.press('Tab');
      const here = await this.focused();
      // Further keys would go to the editor, and Tab would write into a document.
      if (here === null) break;
      seen.push(here.slice(0, 40));
      if (typeof name === 'string' ? here === name : name.test(here)) return;
    }
    const picture = await this.#vsCode.screenshot('tab-never-reached');
    throw new Error(`Tab never reached ${String(name)}; it went over ${seen.join(' | ')}; see ${picture}`);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.tabTo(name);
    await this.page.keyboard.press('Enter');
  }

  /** Moves within the radio group that has the focus until the label matches. */
  async arrowTo(name: RegExp): Promise<void> {
    for (let stop = 0; stop < 20; stop++) {
      if (name.test((await this.focused()) ?? '')) return;
      await this.page.keyboard.press('ArrowDown');
    }
    throw new Error(`No choice matches ${String(name)}; the last was ${await this.focused()}`);
  }
}
