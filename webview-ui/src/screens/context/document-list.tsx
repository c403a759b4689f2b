import * as l10n from '@vscode/l10n';
import { useCallback, useDeferredValue, useState } from 'react';
import type { DocumentView } from '../../../../src/shared/wizard/context-state';
import { useSend } from '../../state/use-wizard';
import { Button } from '../../ui/button';
import { Disclosure } from '../../ui/disclosure';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { DocumentRow } from './document-row';
import { documentKindName, documentKindOrder } from '../kind-names';
import { tokenCount } from '../numbers';

/** From this many documents on, a filter helps more than it is in the way. */
const filterFrom = 12;
/** Up to so many rows everything is in sight at once; above, groups begin closed. */
const openUpTo = 40;

type View = 'all' | 'sent' | 'left-out';

/** The documents grouped by kind, each with its check mark: what is sent, and what could be. */
export function DocumentList({ documents }: { readonly documents: readonly DocumentView[] }) {
  const send = useSend();
  const [filter, setFilter] = useState('');
  const [chosenView, setView] = useState<View | null>(null);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<ReadonlyMap<string, boolean>>(new Map());
  // The list is drawn first while the workspace is still read, so nothing is settled by what it holds then.
  const view = chosenView ?? (documents.length <= openUpTo ? 'all' : 'sent');
  const sought = useDeferredValue(filter).trim();
  const shown = documents.filter(
    (document) => matches(document, sought) && isInView(document, view, toggled),
  );
  const toggle = useCallback(
    (paths: readonly string[], included: boolean) => {
      // A row that was toggled stays where it is, whatever the view: the focus is on it.
      setToggled((before) => new Set([...before, ...paths]));
      send({ type: 'toggleDocuments', paths: [...paths], included });
    },
    [send],
  );
  const sent = documents.filter(({ included }) => included).length;
  return (
    <>
      {documents.length >= filterFrom ? (
        <div className="filters">
          <TextField
            label={l10n.t('Filter documents')}
            placeholder={l10n.t('Title, path or reason')}
            value={filter}
            onInput={setFilter}
            hint={l10n.t('{0} of {1} shown', shown.length, documents.length)}
          />
          <SelectField<View>
            label={l10n.t('Show')}
            value={view}
            options={[
              { value: 'all', label: l10n.t('All ({0})', documents.length) },
              { value: 'sent', label: l10n.t('What goes in ({0})', sent) },
              { value: 'left-out', label: l10n.t('What is left out ({0})', documents.length - sent) },
            ]}
            hint={l10n.t('Check a box to put a document in.')}
            onChange={(next) => {
              setView(next);
              setToggled(new Set());
            }}
          />
        </div>
      ) : null}
      {/* Where the hint is seen to change, this is heard; silent until something is sought or chosen. */}
      <p className="visually-hidden" role="status">
        {sought === '' && chosenView === null
          ? ''
          : l10n.t('{0} of {1} shown', shown.length, documents.length)}
      </p>
      {groupByKind(documents).map(([kind, group]) => {
        const rows = shown.filter((document) => document.kind === kind);
        const isOpen = sought === '' ? (open.get(kind) ?? shown.length <= openUpTo) : true;
        return rows.length === 0 && sought !== '' ? null : (
          <Disclosure
            key={kind}
            title={documentKindName(kind)}
            note={groupNote(group)}
            open={isOpen}
            onToggle={(next) => setOpen(new Map([...open, [kind, next]]))}
            actions={
              isOpen && kind !== 'source' && rows.length > 1 ? (
                <GroupActions kind={kind} rows={rows} onToggle={toggle} />
              ) : null
            }
          >
            {() =>
              rows.length === 0 ? (
                <p className="empty">{l10n.t('None of these is in the view that is chosen above.')}</p>
              ) : (
                <ul className="documents">
                  {rows.map((document) => (
                    <DocumentRow key={document.path} document={document} onToggle={toggle} />
                  ))}
                </ul>
              )
            }
          </Disclosure>
        );
      })}
      {shown.length === 0 && sought !== '' ? (
        <p className="empty">{l10n.t('No document matches the filter.')}</p>
      ) : null}
    </>
  );
}

interface GroupActionsProps {
  readonly kind: string;
  readonly rows: readonly DocumentView[];
  readonly onToggle: (paths: readonly string[], included: boolean) => void;
}

/** What is done to every row of a group that is shown. */
function GroupActions({ kind, rows, onToggle }: GroupActionsProps) {
  const name = documentKindName(kind);
  const turn = (included: boolean): void => {
    const paths = rows.filter((document) => document.included !== included).map(({ path }) => path);
    if (paths.length > 0) onToggle(paths, included);
  };
  return (
    <div className="group-actions">
      <Button label={l10n.t('Include all: {0}', name)} onClick={() => turn(true)}>
        {l10n.t('Include all')}
      </Button>
      <Button label={l10n.t('Leave out all: {0}', name)} onClick={() => turn(false)}>
        {l10n.t('Leave out all')}
      </Button>
    </div>
  );
}

function isInView(
  { path, included, byHand }: DocumentView,
  view: View,
  toggled: ReadonlySet<string>,
): boolean {
  if (view === 'all' || byHand || toggled.has(path)) return true;
  return view === 'sent' ? included : !included;
}

function matches({ path, title, reason }: DocumentView, filter: string): boolean {
  const text = `${title}\n${path}\n${reason}`.toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}

function groupNote(group: readonly DocumentView[]): string {
  const sent = group.filter(({ included }) => included);
  const tokens = tokenCount(sent.reduce((sum, document) => sum + (document.tokens ?? 0), 0));
  return sent.length === group.length
    ? l10n.t('{0} · {1}', group.length, tokens)
    : l10n.t('{0} of {1} · {2}', sent.length, group.length, tokens);
}

function groupByKind(
  documents: readonly DocumentView[],
): readonly (readonly [string, readonly DocumentView[]])[] {
  const groups = new Map<string, DocumentView[]>(documentKindOrder.map((kind) => [kind, []]));
  for (const document of documents) {
    const group = groups.get(document.kind);
    if (group) group.push(document);
    else groups.set(document.kind, [document]);
  }
  return [...groups].filter(([, group]) => group.length > 0);
}
