import * as l10n from '@vscode/l10n';
import { useState } from 'react';
import type { StackRowView, StackValueView } from '../../../../src/shared/wizard/context-state';
import { useFocusAfter } from '../../state/use-focus-after';
import { useSend } from '../../state/use-wizard';
import { Badge } from '../../ui/badge';
import { Button } from '../../ui/button';
import { Disclosure } from '../../ui/disclosure';
import { LinkButton } from '../../ui/link-button';
import { RowButton } from '../../ui/row-button';
import { moveBetweenRows } from '../../ui/row-stop';
import { StackValueForm } from './stack-value-form';
import { stackFacetName, stackValueText, type StackFacetId } from './stack-names';

/** More values than this are shown when somebody asks for them. */
const mostShown = 8;

/** What is being edited: a value as shown, or a new one of a facet. */
interface Editing {
  readonly facet: StackFacetId;
  readonly from: string | null;
}

/** What the workspace is built with: each value with the line that shows it, and all of it for the person to set right. */
export function StackProfile({ stack }: { readonly stack: readonly StackRowView[] }) {
  const send = useSend();
  const [whole, setWhole] = useState<ReadonlySet<StackFacetId>>(new Set());
  const [last, setLast] = useState('');
  const [editing, setEditing] = useState<Editing | null>(null);
  const [section, focusAfter] = useFocusAfter(stack);
  const values = stack.flatMap((row) => row.values);
  const edited = values.filter(({ state }) => state !== 'detected').length;
  // Dozens of values with three buttons each stand between the keyboard and Next: open for those who ask, or changed some.
  const [open, setOpen] = useState(edited > 0);
  const shown = stack.filter((row) => row.values.length > 0 || editing?.facet === row.facet);
  const keys = shown.flatMap((row) => row.values.map((value) => keyOf(row.facet, value)));
  const current = keys.includes(last) ? last : keys[0];
  const firstOpen = shown.find((row) => !row.single)?.facet;
  const close = (facet: StackFacetId, ...texts: readonly (string | null)[]) => {
    setEditing(null);
    focusAfter(...texts.map((text) => editKey(facet, text ?? '')), addKey(facet), anyValue);
  };
  return (
    <Disclosure
      title={l10n.t('Stack')}
      note={
        edited === 0
          ? String(values.length)
          : edited === 1
            ? l10n.t('{0}, 1 set by you', values.length)
            : l10n.t('{0}, {1} set by you', values.length, edited)
      }
      open={open}
      onToggle={setOpen}
      actions={
        edited === 0 ? null : (
          <Button
            icon="discard"
            onClick={() => {
              send({ type: 'resetStack', facet: null, detected: null });
              focusAfter(anyValue);
            }}
          >
            {l10n.t('Reset to Detected')}
          </Button>
        )
      }
    >
      {() => (
        <div
          ref={(element) => {
            section.current = element;
          }}
          role="group"
          aria-label={l10n.t('Stack; arrow keys move from value to value')}
          onKeyDown={moveBetweenRows}
        >
          <dl className="facts stack-facts" data-focus-key={anyValue}>
            {shown.map(({ facet, single, values: own }) => (
              <div key={facet} className="fact" data-facet={facet}>
                <dt>{stackFacetName(facet)}</dt>
                <dd>
                  <ul className="stack-values">
                    {(whole.has(facet) ? own : own.slice(0, mostShown)).map((value) => (
                      <li key={`${value.state} ${value.text}`}>
                        {editing?.facet === facet &&
                        editing.from === value.text &&
                        value.state !== 'removed' ? (
                          <StackValueForm
                            facet={facet}
                            start={value.text}
                            onSave={(to) => {
                              send({ type: 'editStack', facet, from: value.text, to });
                              close(facet, to.trim(), value.text);
                            }}
                            onClose={() => close(facet, value.text)}
                          />
                        ) : (
                          <StackValue
                            facet={facet}
                            value={value}
                            current={keyOf(facet, value) === current}
                            onCurrent={() => setLast(keyOf(facet, value))}
                            onGone={(...texts) => close(facet, ...texts)}
                            onEdit={() => setEditing({ facet, from: value.text })}
                          />
                        )}
                      </li>
                    ))}
                    {own.length > mostShown && !whole.has(facet) ? (
                      <li>
                        <LinkButton
                          label={l10n.t('and {0} more of {1}', own.length - mostShown, stackFacetName(facet))}
                          onClick={() => setWhole(new Set([...whole, facet]))}
                        >
                          {l10n.t('and {0} more', own.length - mostShown)}
                        </LinkButton>
                      </li>
                    ) : null}
                    {editing?.facet === facet && editing.from === null ? (
                      <li>
                        <StackValueForm
                          facet={facet}
                          start=""
                          onSave={(to) => {
                            send({ type: 'editStack', facet, from: null, to });
                            close(facet, to.trim());
                          }}
                          onClose={() => close(facet)}
                        />
                      </li>
                    ) : null}
                  </ul>
                </dd>
                {single && own.some(({ state }) => state !== 'removed') ? null : (
                  <dd className="stack-add">
                    <RowButton
                      icon="add"
                      label={l10n.t('Add to {0}', stackFacetName(facet))}
                      focusKey={addKey(facet)}
                      stop={{ column: 'add', current: facet === firstOpen }}
                      onClick={() => setEditing({ facet, from: null })}
                    />
                  </dd>
                )}
              </div>
            ))}
          </dl>
          <MissingFacets
            facets={stack.filter((row) => !shown.includes(row)).map(({ facet }) => facet)}
            onAdd={(facet) => setEditing({ facet, from: null })}
          />
        </div>
      )}
    </Disclosure>
  );
}

/** Where the focus goes when what had it is gone. */
const anyValue = 'stack';
const addKey = (facet: StackFacetId): string => `stack add ${facet}`;
const editKey = (facet: StackFacetId, text: string): string => `stack edit ${facet} ${text}`;

/** Tells one row from every other. */
function keyOf(facet: StackFacetId, { state, text }: StackValueView): string {
  return `${facet} ${state} ${text}`;
}

interface StackValueProps {
  readonly facet: StackFacetId;
  readonly value: StackValueView;
  /** Whether Tab comes to it. */
  readonly current: boolean;
  readonly onCurrent: () => void;
  readonly onEdit: () => void;
  /** The control that had the focus goes; these values may come instead, the first that does. */
  readonly onGone: (...texts: readonly (string | null)[]) => void;
}

function StackValue({ facet, value, current, onCurrent, onEdit, onGone }: StackValueProps) {
  const send = useSend();
  const { text, state, detected, evidence, line } = value;
  const name = stackValueText(facet, text);
  const place = `${evidence}:${line}`;
  const reset = () => {
    send({ type: 'resetStack', facet, detected });
    onGone(detected);
  };
  return (
    <span className="stack-value" onFocus={onCurrent}>
      <span className={state === 'removed' ? 'stack-removed' : ''}>{name}</span>
      {evidence === '' ? null : (
        <LinkButton
          label={l10n.t('{0}, shows {1}', place, stackValueText(facet, detected ?? text))}
          stop={{ column: 'place', current }}
          onClick={() => send({ type: 'openFile', path: evidence, line })}
        >
          {place}
        </LinkButton>
      )}
      {state === 'detected' ? null : <Badge>{stateText(facet, value)}</Badge>}
      <span className="stack-actions">
        {state === 'removed' ? (
          <RowButton
            icon="discard"
            label={l10n.t('Put back {0}', name)}
            focusKey={editKey(facet, text)}
            stop={{ column: 'edit', current }}
            onClick={reset}
          />
        ) : (
          <>
            <RowButton
              icon="edit"
              label={l10n.t('Change {0}', name)}
              focusKey={editKey(facet, text)}
              stop={{ column: 'edit', current }}
              onClick={onEdit}
            />
            {state === 'changed' ? (
              <RowButton
                icon="discard"
                label={l10n.t('Back to {0}', stackValueText(facet, detected ?? ''))}
                stop={{ column: 'reset', current }}
                onClick={reset}
              />
            ) : null}
            <RowButton
              icon="trash"
              label={l10n.t('Remove {0}', name)}
              stop={{ column: 'remove', current }}
              onClick={() => {
                send({ type: 'editStack', facet, from: text, to: null });
                onGone(detected, text);
              }}
            />
          </>
        )}
      </span>
    </span>
  );
}

function stateText(facet: StackFacetId, { state, detected }: StackValueView): string {
  switch (state) {
    case 'changed':
      return l10n.t('by you; detected: {0}', stackValueText(facet, detected ?? ''));
    case 'added':
      return l10n.t('added by you');
    case 'removed':
      return l10n.t('removed by you');
    case 'detected':
      return '';
  }
}

interface MissingFacetsProps {
  readonly facets: readonly StackFacetId[];
  readonly onAdd: (facet: StackFacetId) => void;
}

/** What was not found at all, for the person to say. */
function MissingFacets({ facets, onAdd }: MissingFacetsProps) {
  if (facets.length === 0) return null;
  return (
    <div className="stack-missing" role="group" aria-label={l10n.t('Not found in the workspace')}>
      <span className="muted">{l10n.t('Not found:')}</span>
      {facets.map((facet) => (
        <LinkButton
          key={facet}
          label={l10n.t('{0}, add a value', stackFacetName(facet))}
          onClick={() => onAdd(facet)}
        >
          {stackFacetName(facet)}
        </LinkButton>
      ))}
    </div>
  );
}
