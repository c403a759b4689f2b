import * as l10n from '@vscode/l10n';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import type {
  CorrectionView,
  CorrectionWish,
  RequirementView,
} from '../../../../src/shared/wizard/source-state';
import { useFocusAfter } from '../../state/use-focus-after';
import { useSend } from '../../state/use-wizard';
import { Button } from '../../ui/button';
import { SelectField } from '../../ui/select-field';
import { TextField } from '../../ui/text-field';
import { AddRequirement } from './add-requirement';
import { CorrectionList } from './correction-list';
import { requirementKindName } from '../../../../src/shared/wizard/requirement-kind-name';
import { RequirementTable } from './requirement-table';

/** From this many requirements on, a filter helps more than it is in the way. */
const filterFrom = 12;

interface RequirementReviewProps {
  readonly requirements: readonly RequirementView[];
  readonly corrections: readonly CorrectionView[];
  readonly correctionsPath: string | null;
  readonly onOpen: (line: number, path?: string) => void;
}

/** The requirements that were found, and everything with which a person sets them right. */
export function RequirementReview(props: RequirementReviewProps) {
  const { requirements, corrections, correctionsPath, onOpen } = props;
  const send = useSend();
  const [root, focusAfter] = useFocusAfter(requirements);
  const [filter, setFilter] = useState('');
  const [kind, setKind] = useState('');
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const announcement = useAnnouncement(corrections);
  const shown = matching(requirements, useDeferredValue(filter), kind);
  // What was merged or left out can't be selected any more.
  const chosen = requirements.filter(({ id }) => marked.has(id));
  const correct = (wish: CorrectionWish) => send({ type: 'correct', wish });
  const merge = () => {
    correct({ type: 'merge', ids: chosen.map(({ id }) => id) });
    setMarked(new Set());
    focusAfter(`edit ${chosen[0]?.id ?? ''}`, 'add');
  };
  return (
    <section ref={root} className="requirement-review" aria-label={l10n.t('Requirements')}>
      {requirements.length >= filterFrom ? (
        <div className="requirement-filters">
          <TextField
            label={l10n.t('Filter requirements')}
            placeholder={l10n.t('ID or words')}
            value={filter}
            onInput={setFilter}
          />
          <SelectField
            label={l10n.t('Kind')}
            value={kind}
            options={[
              { value: '', label: l10n.t('All kinds') },
              ...[...new Set(requirements.map((one) => one.kind))].map((value) => ({
                value,
                label: requirementKindName(value),
              })),
            ]}
            onChange={setKind}
          />
          <p className="field-hint requirement-shown" role="status">
            {l10n.t('{0} of {1} shown', shown.length, requirements.length)}
          </p>
        </div>
      ) : null}
      {requirements.length > 0 ? (
        <RequirementTable
          requirements={shown}
          tall={requirements.length >= filterFrom}
          marked={marked}
          open={open}
          onMark={(id, on) => setMarked(on ? new Set([...marked, id]) : without(marked, id))}
          onToggle={(id) => setOpen(open === id ? null : id)}
          onClose={(id) => {
            setOpen(null);
            focusAfter(`edit ${id}`);
          }}
          onCorrect={(wish) => {
            correct(wish);
            if (!('id' in wish) || wish.type === 'retype') return;
            setOpen(null);
            focusAfter(...(wish.type === 'drop' ? neighbours(shown, wish.id) : [`edit ${wish.id}`]), 'add');
          }}
          onOpenLine={onOpen}
        />
      ) : null}
      <div className="button-row requirement-actions">
        <Button
          icon="git-merge"
          blocked={chosen.length < 2 ? l10n.t('Select two or more requirements that say one thing.') : null}
          onClick={merge}
        >
          {chosen.length === 0 ? l10n.t('Merge Selected') : l10n.t('Merge Selected ({0})', chosen.length)}
        </Button>
        <span data-focus-key="add">
          <Button icon="add" expanded={adding} onClick={() => setAdding(!adding)}>
            {l10n.t('Add Requirement')}
          </Button>
        </span>
        {chosen.length === 1 ? (
          <p className="field-hint">{l10n.t('Select two or more requirements that say one thing.')}</p>
        ) : null}
      </div>
      {adding ? (
        <AddRequirement
          onAdd={correct}
          onClose={() => {
            setAdding(false);
            focusAfter('add');
          }}
        />
      ) : null}
      <CorrectionList
        corrections={corrections}
        path={correctionsPath}
        onUndo={(index) => {
          send({ type: 'undoCorrection', index });
          focusAfter(`undo ${index}`, `undo ${index - 1}`, 'add');
        }}
        onReset={() => {
          send({ type: 'resetCorrections' });
          focusAfter('add');
        }}
      />
      <p className="visually-hidden" role="status" aria-live="polite">
        {announcement}
      </p>
    </section>
  );
}

/** Says the newest correction, or that one was undone. */
function useAnnouncement(corrections: readonly CorrectionView[]): string {
  const before = useRef(corrections);
  const [text, setText] = useState('');
  useEffect(() => {
    const earlier = before.current;
    before.current = corrections;
    if (earlier === corrections) return;
    const newest = corrections.at(-1)?.text ?? '';
    if (corrections.length < earlier.length)
      setText(
        corrections.length === 0 ? l10n.t('No corrections are left.') : l10n.t('The correction is undone.'),
      );
    else if (newest !== earlier.at(-1)?.text) setText(newest);
  }, [corrections]);
  return text;
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((other) => other !== id));
}

/** Where to go on when a row is gone: the next, else the one before. */
function neighbours(shown: readonly RequirementView[], id: string): readonly string[] {
  const at = shown.findIndex((one) => one.id === id);
  return [shown[at + 1], shown[at - 1]].flatMap((one) => (one === undefined ? [] : [`edit ${one.id}`]));
}

function matching(
  requirements: readonly RequirementView[],
  filter: string,
  kind: string,
): readonly RequirementView[] {
  const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && kind === '') return requirements;
  return requirements.filter((requirement) => {
    const text = `${requirement.id}\n${requirement.title}\n${requirement.text}`.toLowerCase();
    return (kind === '' || requirement.kind === kind) && words.every((word) => text.includes(word));
  });
}
