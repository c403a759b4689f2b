import * as vscode from 'vscode';
import type { JournalFiles } from '../journal-files';
import { StoredJournalFiles } from './stored-journal-files';

export { windowWriters as writers } from './window-writers';

export function journalFiles(folder: vscode.Uri): JournalFiles {
  return new StoredJournalFiles(vscode.workspace.fs, folder);
}
