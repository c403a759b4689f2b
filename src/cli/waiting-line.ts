import type { ModelWait } from '../core/ports/language-model';

const reasons: Readonly<Record<ModelWait['reason'], string>> = {
  'rate-limited': 'Rate limited',
  server: 'The server failed',
  unreachable: 'No connection',
  timeout: 'No answer',
};

/** Where the lines go: stderr, or what stands for it. */
export interface ErrorOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Tells of pauses before the next attempt: counted down in place on a terminal, one line for each in a log. */
export class WaitingLine {
  readonly #output: ErrorOutput;
  #attempt = 0;

  constructor(output: ErrorOutput) {
    this.#output = output;
  }

  show({ reason, seconds, attempt }: ModelWait): void {
    const line = `${reasons[reason]}: attempt ${attempt} in ${seconds} s (Ctrl+C stops)`;
    if (this.#output.isTTY === true) this.#output.write(`\r\u001b[2K${line}`);
    else if (attempt !== this.#attempt) this.#output.write(`${line}\n`);
    this.#attempt = attempt;
  }

  /** The pause is over: what is written next begins a line of its own. */
  end(): void {
    if (this.#attempt !== 0 && this.#output.isTTY === true) this.#output.write('\r\u001b[2K');
    this.#attempt = 0;
  }
}
