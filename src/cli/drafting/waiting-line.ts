import type { ModelWait } from '../../core/ports/language-model';
import type { Output } from '../terminal';

const reasons: Readonly<Record<ModelWait['reason'], string>> = {
  'rate-limited': 'Rate limited',
  server: 'The server failed',
  unreachable: 'No connection',
  timeout: 'No answer',
};

/** Tells of pauses before the next attempt: counted down in place on a terminal, one line for each in a log. */
export class WaitingLine {
  readonly #output: Output;
  #attempt = 0;

  constructor(output: Output) {
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
