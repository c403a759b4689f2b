import * as vscode from 'vscode';
import { anchorAt } from '../../../core/life/comments/anchor';
import {
  commentPath,
  firstComment,
  longestComment,
  reply,
  serialiseComment,
  type CommentFile,
  type CommentInput,
  type ReviewFile,
} from '../../../core/life/comments/comment-file';
import { withoutComment, type CommentThread } from '../../../core/life/comments/threads';
import type { TextRange } from '../../../core/text/position';
import { tell } from '../../messages/tell';
import { EditorGit, patienceForRecords } from '../../ports/editor-git';
import { systemClock } from '../../ports/system-clock';
import { VsCodeFiles } from '../../ports/vs-code-files';
import type { ReviewedSpec } from '../../review/report/reviewed-spec';
import type { SpecLibrary } from '../../review/library/spec-library';
import { showThread, type ShownComment } from './shown-thread';

/**
 * Review comments in the editor: threads of the specs that are open, which a person may start at any line, answer, settle, reopen,
 * edit and delete. Each change is a change of one small file beside the spec.
 */
export class SpecComments implements vscode.Disposable {
  readonly #library: SpecLibrary;
  readonly #controller: vscode.CommentController;
  readonly #subscriptions: vscode.Disposable[];
  /** Threads by their spec and id. */
  readonly #shown = new Map<string, Map<string, vscode.CommentThread>>();
  /** In which something is being said: a second press says it no second time. */
  readonly #saying = new Set<vscode.CommentThread>();
  readonly #ids = new WeakMap<vscode.CommentThread, string>();
  #updating: Promise<void> = Promise.resolve();

  /** @param changed tells that a spec in sight may have other comments, or the same at other places */
  constructor(library: SpecLibrary, changed: readonly vscode.Event<unknown>[]) {
    this.#library = library;
    this.#controller = vscode.comments.createCommentController(
      'techSpec.comments',
      vscode.l10n.t('Tech Spec Review'),
    );
    this.#controller.options = {
      prompt: vscode.l10n.t('Comment on this place'),
      placeHolder: vscode.l10n.t('What is to be said about it'),
    };
    this.#controller.commentingRangeProvider = {
      provideCommentingRanges: async (document) =>
        (await library.isSpec(document)) ? [new vscode.Range(0, 0, document.lineCount - 1, 0)] : [],
    };
    const update = (): void => void this.update();
    this.#subscriptions = [
      this.#controller,
      ...[vscode.window.onDidChangeVisibleTextEditors, ...changed].map((event) => event(update)),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#hide(uri.toString())),
    ];
    update();
  }

  /** Shows what there is beside the specs in sight, one look after the other. Never rejects. */
  update(): Promise<void> {
    this.#updating = this.#updating.then(async () => {
      for (const { document } of vscode.window.visibleTextEditors)
        if (await this.#library.isSpec(document)) await this.#show(document).catch(() => undefined);
    });
    return this.#updating;
  }

  /** What is shown of a spec. */
  threads(spec: vscode.Uri): readonly vscode.CommentThread[] {
    return [...(this.#shown.get(spec.toString())?.values() ?? [])];
  }

  /** Says something: the first of a thread, or one more of it. */
  async say({ thread: shown, text }: vscode.CommentReply): Promise<void> {
    if (text.trim() === '' || this.#saying.has(shown)) return;
    if (text.length > longestComment)
      return tell('warning', vscode.l10n.t('At most {0} characters.', longestComment));
    this.#saying.add(shown);
    try {
      await this.#say(shown, text);
    } finally {
      this.#saying.delete(shown);
    }
  }

  async #say(shown: vscode.CommentThread, text: string): Promise<void> {
    const before = await this.#find(shown);
    if (before === null) return;
    const input: CommentInput = { text, ...(await this.#who(before.spec)) };
    // Git may have taken its time: the place is that in the text as it is now.
    const found = await this.#find(shown);
    if (found === null) return;
    const { spec, thread } = found;
    if (thread !== null) return this.#write(spec, [reply(thread, input)]);
    const file = firstComment(anchorAt(spec.report.spec, await placeOf(shown)), input);
    // Shown by the next look at the files, as all others are.
    this.#remember(spec.uri.toString(), file.thread, shown);
    await this.#write(spec, [file]);
  }

  /** Settles a thread, or opens it again. */
  async settle(shown: vscode.CommentThread, isSettled: boolean): Promise<void> {
    const found = await this.#find(shown);
    if (found?.thread === null || found?.thread === undefined) return;
    const { spec, thread } = found;
    if (isSettled)
      return this.#write(spec, [
        { version: 1, thread: thread.id, resolved: true, ...(await this.#who(spec)) },
      ]);
    // Several people may have settled it.
    await this.#remove(spec, thread.settled);
  }

  edit(comment: ShownComment): void {
    comment.mode = vscode.CommentMode.Editing;
    redraw(comment.parent);
  }

  /** Gives the text back that a comment had before it was edited. */
  cancel(comment: ShownComment): void {
    comment.body = comment.file.text;
    comment.mode = vscode.CommentMode.Preview;
    redraw(comment.parent);
  }

  async save(comment: ShownComment): Promise<void> {
    const found = await this.#find(comment.parent);
    if (found === null) return;
    comment.mode = vscode.CommentMode.Preview;
    redraw(comment.parent);
    const text = comment.body.trim().slice(0, longestComment);
    if (text === '' || text === comment.file.text) return this.cancel(comment);
    await this.#write(found.spec, [{ ...comment.file, text }]);
  }

  async delete(comment: ShownComment): Promise<void> {
    const found = await this.#find(comment.parent);
    if (found?.thread === null || found?.thread === undefined) return;
    const { remove, write } = withoutComment(found.thread, comment.file.id);
    if (write.length > 0) await this.#write(found.spec, write);
    await this.#remove(found.spec, remove);
  }

  dispose(): void {
    for (const spec of [...this.#shown.keys()]) this.#hide(spec);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  async #show(document: vscode.TextDocument): Promise<void> {
    const spec = await this.#library.review(document);
    if (spec === null) return;
    const key = document.uri.toString();
    const known = this.#shown.get(key);
    const there = new Set(spec.report.threads.map(({ id }) => id));
    for (const [id, shown] of known ?? []) {
      // One that was only just made may not be among what was read.
      if (there.has(id) || shown.comments.length === 0) continue;
      shown.dispose();
      known?.delete(id);
    }
    for (const thread of spec.report.threads) {
      const shown = this.#shown.get(key)?.get(thread.id) ?? this.#create(document.uri, thread);
      showThread(shown, thread);
    }
  }

  #create(uri: vscode.Uri, { id }: CommentThread): vscode.CommentThread {
    const shown = this.#controller.createCommentThread(uri, new vscode.Range(0, 0, 0, 0), []);
    this.#remember(uri.toString(), id, shown);
    return shown;
  }

  #remember(spec: string, id: string, shown: vscode.CommentThread): void {
    this.#ids.set(shown, id);
    const known = this.#shown.get(spec) ?? new Map<string, vscode.CommentThread>();
    known.set(id, shown);
    this.#shown.set(spec, known);
  }

  #hide(spec: string): void {
    for (const shown of this.#shown.get(spec)?.values() ?? []) shown.dispose();
    this.#shown.delete(spec);
  }

  /** The spec of a thread as it is now, and the thread where it was made before. */
  async #find(
    shown: vscode.CommentThread,
  ): Promise<{ readonly spec: ReviewedSpec; readonly thread: CommentThread | null } | null> {
    const spec = await this.#library.review(await vscode.workspace.openTextDocument(shown.uri));
    if (spec === null) return null;
    const id = this.#ids.get(shown);
    return { spec, thread: spec.report.threads.find((thread) => thread.id === id) ?? null };
  }

  async #who({ folder }: ReviewedSpec): Promise<Pick<CommentFile, 'name' | 'date'>> {
    const git = await new EditorGit(folder.uri, patienceForRecords).read();
    return {
      name: git?.userName?.slice(0, 200) ?? null,
      date: systemClock.now().toISOString().slice(0, 10),
    };
  }

  async #write(spec: ReviewedSpec, records: readonly ReviewFile[]): Promise<void> {
    await this.#change(spec, records, async (files, file) => {
      const bytes = new TextEncoder().encode(serialiseComment(file));
      await vscode.workspace.fs.writeFile(files.uri(commentPath(spec.path, file)), bytes);
      await removeFrom(files, spec.report.life.former, file);
    });
  }

  async #remove(spec: ReviewedSpec, records: readonly ReviewFile[]): Promise<void> {
    await this.#change(spec, records, (files, file) =>
      removeFrom(files, [spec.path, ...spec.report.life.former], file),
    );
  }

  /** The report of the spec is made anew with the files as they are then. */
  async #change(
    spec: ReviewedSpec,
    records: readonly ReviewFile[],
    change: (files: VsCodeFiles, file: ReviewFile) => Promise<void>,
  ): Promise<void> {
    const files = new VsCodeFiles(spec.folder.uri);
    try {
      for (const file of records) {
        await change(files, file);
        this.#library.refresh(files.uri(commentPath(spec.path, file)));
      }
    } catch {
      tell(
        'error',
        vscode.l10n.t('The comment could not be written beside {0}. Check the permissions.', spec.path),
      );
    }
    await this.update();
  }
}

/** @param places of the spec; a file that is not there is fine */
async function removeFrom(files: VsCodeFiles, places: readonly string[], file: ReviewFile): Promise<void> {
  for (const place of places)
    await vscode.workspace.fs.delete(files.uri(commentPath(place, file))).then(undefined, () => undefined);
}

/** Where a thread was started, from 1; lines that were marked whole are meant without the line end. */
async function placeOf({ uri, range }: vscode.CommentThread): Promise<TextRange> {
  const document = await vscode.workspace.openTextDocument(uri);
  const { start, end } = range ?? new vscode.Range(0, 0, 0, 0);
  const isWhole = start.character === 0 && end.character === 0 && end.line > start.line;
  const last = isWhole ? document.lineAt(end.line).range.end : end;
  return {
    line: start.line + 1,
    column: start.character + 1,
    endLine: last.line + 1,
    endColumn: last.character + 1,
  };
}

/** The editor looks at a thread's comments when they are set. */
function redraw(thread: vscode.CommentThread): void {
  thread.comments = [...thread.comments];
}
