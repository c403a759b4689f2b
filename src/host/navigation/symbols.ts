import * as vscode from 'vscode';
import type { OutlineEntry, OutlineKind, OutlineState } from '../../core/navigation/spec-outline';
import { specOutline } from '../../core/navigation/spec-outline';
import { lineRange, pathOf, textsOf } from '../../core/navigation/source-places';
import { coverageMatrix } from '../../core/traceability/coverage-matrix';
import { editorRange } from '../review/report/review-spec';
import type { DocumentFamily } from './families';
import { stateLabel } from './state-label';

const kinds: Readonly<Record<OutlineKind, vscode.SymbolKind>> = {
  section: vscode.SymbolKind.Module,
  requirement: vscode.SymbolKind.Interface,
  task: vscode.SymbolKind.Event,
  question: vscode.SymbolKind.Null,
};

/** The outline of a spec, or the requirements of a source with what the first spec about it does with each. */
export function documentSymbols(family: DocumentFamily): vscode.DocumentSymbol[] {
  if (family.spec !== null) return specOutline(family.spec).map(symbol);
  const { source, specs, path } = family;
  if (source === null) return [];
  const text = textsOf(source).find((one) => one.path === path)?.text ?? '';
  const states = new Map(
    specs
      .slice(0, 1)
      .flatMap(coverageMatrix)
      .map(({ id, state }) => [id, state]),
  );
  return source.requirements
    .filter((requirement) => pathOf(source, requirement) === path && requirement.addedByHand !== true)
    .map(({ id, title, line, endLine }) => {
      const state = states.get(id) ?? null;
      const selection = lineRange(text, line);
      const end = Math.max(line, endLine);
      return symbol({
        ...{ kind: 'requirement', name: `${id} ${title}`, state, selection, children: [] },
        range: { line, column: 1, endLine: end, endColumn: lineRange(text, end).endColumn },
      });
    });
}

function symbol({ kind, name, state, range, selection, children }: OutlineEntry): vscode.DocumentSymbol {
  const detail = state === null ? '' : outlineLabel(state);
  const shown = new vscode.DocumentSymbol(
    // The editor refuses an empty name.
    name.trim() === '' ? '…' : name,
    detail,
    kinds[kind],
    editorRange(range),
    editorRange(selection),
  );
  shown.children = children.map(symbol);
  return shown;
}

function outlineLabel(state: OutlineState): string {
  if (state === 'done') return vscode.l10n.t('done');
  return state === 'resolved' ? vscode.l10n.t('resolved') : stateLabel(state);
}
