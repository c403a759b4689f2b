import * as vscode from 'vscode';
import type { LanguageModel, ModelFailure } from '../../core/ports/language-model';
import { readRecording } from '../../models/recording';
import type { RecordingSink } from '../../models/record-model';
import { createReplayModel } from '../../models/replay-model';

/** @param path absolute */
export async function openRecording(path: string): Promise<LanguageModel | ModelFailure> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(vscode.Uri.file(path));
  } catch {
    return noRecording(vscode.l10n.t('The recording {0} cannot be read.', path));
  }
  const recording = readRecording(new TextDecoder().decode(bytes));
  if ('exchanges' in recording) return createReplayModel(recording);
  return noRecording(
    vscode.l10n.t('{0} is no recording (line {1}): {2}', path, recording.line, recording.reason),
  );
}

function noRecording(message: string): ModelFailure {
  return {
    code: 'unavailable',
    message,
    remedy: vscode.l10n.t(
      'Check the setting techSpec.model.replayFile, or make a recording by setting techSpec.model.recordFile.',
    ),
  };
}

/** Files that answers are recorded in. What is in one already stays; lines of two drafts are never mixed. */
export class RecordingFiles {
  readonly #onTrouble: (message: string) => void;
  /** The last write of each file. */
  readonly #writes = new Map<string, Promise<void>>();

  constructor(onTrouble: (message: string) => void) {
    this.#onTrouble = onTrouble;
  }

  /** @param path absolute */
  sink(path: string): RecordingSink {
    let failed = false;
    return (lines) => {
      const write = (this.#writes.get(path) ?? Promise.resolve()).then(async () => {
        if (failed) return;
        try {
          await append(vscode.Uri.file(path), lines);
        } catch {
          // The draft goes on: it is worth more than its recording.
          failed = true;
          this.#onTrouble(
            vscode.l10n.t(
              'The recording {0} cannot be written. Check the setting techSpec.model.recordFile.',
              path,
            ),
          );
        }
      });
      this.#writes.set(path, write);
    };
  }
}

/** The editor's file system has no appending. */
async function append(file: vscode.Uri, lines: string): Promise<void> {
  const { fs } = vscode.workspace;
  const before = await fs.stat(file).then(
    () => fs.readFile(file),
    () => new Uint8Array(),
  );
  const added = new TextEncoder().encode(lines);
  const whole = new Uint8Array(before.length + added.length);
  whole.set(before);
  whole.set(added, before.length);
  await fs.writeFile(file, whole);
}
