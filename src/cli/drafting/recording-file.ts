import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { LanguageModel } from '../../core/ports/language-model';
import { readRecording } from '../../models/recording';
import type { RecordingSink } from '../../models/record-model';
import { createReplayModel } from '../../models/replay-model';
import { CliFailure } from '../failure';
import type { Terminal } from '../terminal';

/**
 * The model that gives the answers of a recording again.
 *
 * @throws CliFailure where the file holds none
 */
export function replay({ folder }: Terminal, file: string): LanguageModel {
  let text: string;
  try {
    text = readFileSync(resolve(folder, file), 'utf8');
  } catch {
    throw new CliFailure(
      `${file}: the recording cannot be read. Check the path, or make one with --model openai:NAME --record ${file}.`,
    );
  }
  const recording = readRecording(text);
  if ('exchanges' in recording) return createReplayModel(recording);
  const { line, reason } = recording;
  throw new CliFailure(
    `${file}${line === 0 ? '' : `:${line}`}: this is no recording. ${reason} Make one with --record FILE.`,
  );
}

/**
 * Takes the lines of a recording; the file is made with the first of them.
 *
 * @throws CliFailure where it exists already
 */
export function recordingFile({ folder, err }: Terminal, file: string): RecordingSink {
  const path = resolve(folder, file);
  if (existsSync(path))
    throw new CliFailure(`${file} exists and is not overwritten. Choose another file with --record.`);
  let state: 'new' | 'open' | 'failed' = 'new';
  return (lines) => {
    if (state === 'failed') return;
    try {
      writeFileSync(path, lines, { flag: state === 'new' ? 'wx' : 'a' });
      state = 'open';
    } catch {
      // The draft goes on: it is worth more than its recording.
      state = 'failed';
      err.write(`${file}: the recording cannot be written there. Choose another file with --record.\n`);
    }
  };
}
