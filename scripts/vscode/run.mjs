import { spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';

/**
 * @typedef {object} Outcome
 * @property {number} code exit code; 127 when the program could not be started
 * @property {string} output stdout and stderr, interleaved as they came
 */

/**
 * Runs a program to its end and keeps what it said.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, echo?: boolean, shell?: boolean, low?: boolean }} [options] `echo` also shows the output
 * while it comes; `low` leaves the processor to whoever else wants it
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd, env, echo = false, shell = false, low = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, [...args], {
      shell,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cwd === undefined ? {} : { cwd }),
      ...(env === undefined ? {} : { env }),
    });
    // What it starts itself inherits this.
    if (low && child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_LOW);
    let output = '';
    /** @param {NodeJS.WriteStream} stream */
    const take = (stream) => (/** @type {Buffer} */ chunk) => {
      output += chunk.toString();
      if (echo) stream.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
