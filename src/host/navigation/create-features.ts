import { t } from '@vscode/l10n';
import * as vscode from 'vscode';
import { describeId } from '../../core/navigation/describe-id';
import { definitionOf, idAt, isSame, placesInDocument, placesOf } from '../../core/navigation/find-ids';
import type { DocumentPlace } from '../../core/navigation/find-ids';
import type { IdPlace } from '../../core/navigation/id-place';
import { refuseRename, renameId, type RecordText, type RenameRefusal } from '../../core/navigation/rename-id';
import { receiptPath } from '../../core/spec/receipt-path';
import { correctionsPath } from '../../core/source/corrections/corrections-file';
import { editorRange } from '../review/report/review-spec';
import type { SpecLibrary } from '../review/library/spec-library';
import { actionsFor, completeAction } from './actions';
import { completionsAt } from './completions';
import type { EditorFeatures } from './editor-features';
import { Families, type DocumentFamily, type Reach } from './families';
import { hoverText } from './hover';
import { sourceLenses, specLenses } from './lenses';
import { documentSymbols } from './symbols';

/** What the editor offers in specs and PRDs, on the reports of a library. */
export function createFeatures(library: SpecLibrary): EditorFeatures {
  const families = new Families(library);

  async function find(
    document: vscode.TextDocument,
    position: vscode.Position,
    reach: Reach,
  ): Promise<{ readonly family: DocumentFamily; readonly place: IdPlace } | null> {
    const family = await families.of(document, reach);
    if (family === null) return null;
    const place = idAt(family, family.path, position.line + 1, position.character + 1);
    return place === null ? null : { family, place };
  }

  return {
    async hover(document, position) {
      const found = await find(document, position, 'document');
      const known = found === null ? null : describeId(found.family, found.place);
      if (found === null || known === null) return null;
      return new vscode.Hover(hoverText(known, found.family.folder.uri), editorRange(found.place));
    },
    async definition(document, position) {
      const found = await find(document, position, 'document');
      const place = found === null ? null : definitionOf(found.family, found.place);
      return found === null || place === null ? null : location(found.family, place);
    },
    async references(document, position, withDefinition) {
      const found = await find(document, position, 'family');
      if (found === null) return [];
      return placesOf(found.family, found.place)
        .filter(({ defines }) => withDefinition || !defines)
        .map((place) => location(found.family, place));
    },
    async highlights(document, position) {
      const found = await find(document, position, 'document');
      if (found === null) return [];
      return placesInDocument(found.family, found.family.path)
        .filter((place) => isSame(place, found.place))
        .map(
          (place) =>
            new vscode.DocumentHighlight(
              editorRange(place),
              place.defines ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read,
            ),
        );
    },
    async prepareRename(document, position) {
      const found = await find(document, position, 'family');
      if (found === null)
        throw new Error(vscode.l10n.t('Only ids of requirements and tasks can be renamed here.'));
      const refusal = refuseRename(found.family, found.place);
      if (refusal !== null) throw refused(refusal);
      return editorRange(found.place);
    },
    async rename(document, position, newName) {
      const found = await find(document, position, 'family');
      if (found === null)
        throw new Error(vscode.l10n.t('Only ids of requirements and tasks can be renamed here.'));
      const records = await recordsOf(found.family);
      const result = renameId(found.family, found.place, newName, records);
      if ('refused' in result) throw refused(result.refused);
      const edit = new vscode.WorkspaceEdit();
      const note = {
        label: vscode.l10n.t('Ids in receipts and corrections'),
        description: vscode.l10n.t('They know requirements by their ids; hashes stay as they were.'),
        needsConfirmation: false,
      };
      for (const change of result.edits) {
        const uri = vscode.Uri.joinPath(found.family.folder.uri, change.path);
        if (change.inRecord) edit.replace(uri, editorRange(change), change.newText, note);
        else edit.replace(uri, editorRange(change), change.newText);
      }
      return edit;
    },
    async symbols(document) {
      const family = await families.of(document, 'document');
      return family === null ? [] : documentSymbols(family);
    },
    async completions(document, position) {
      const family = await families.of(document, 'document');
      return family === null || family.spec === null
        ? new vscode.CompletionList()
        : completionsAt(family.spec, position);
    },
    async lenses(document) {
      const family = await families.of(document, 'document');
      if (family === null) return [];
      return family.spec === null
        ? sourceLenses(family, document.uri)
        : specLenses(family.spec, document.uri);
    },
    async actions(document, range, context) {
      const spec = await library.review(document);
      return spec === null ? [] : actionsFor(spec, range, context);
    },
    complete: (action, token) => completeAction(library, action, token),
  };
}

function location({ folder }: DocumentFamily, { path, ...range }: DocumentPlace): vscode.Location {
  return new vscode.Location(vscode.Uri.joinPath(folder.uri, path), editorRange(range));
}

/** What the editor shows beside the input, in its language. */
function refused({ message, args }: RenameRefusal): Error {
  return new Error(t(message, ...args));
}

async function recordsOf({ specs, files }: DocumentFamily): Promise<readonly RecordText[]> {
  const paths = specs.flatMap(({ path }) => [receiptPath(path), correctionsPath(path)]);
  const read = await Promise.all(
    paths.map(async (path) => {
      const bytes = await files.readFile(path).catch(() => null);
      return bytes === null ? [] : [{ path, text: new TextDecoder().decode(bytes) }];
    }),
  );
  return read.flat();
}
