import * as l10n from '@vscode/l10n';
import { Fragment, useState } from 'react';
import type { CorrectionWish, RequirementView } from '../../../../src/shared/wizard/source-state';
import { Badge } from '../../ui/badge';
import { LinkButton } from '../../ui/link-button';
import { RowButton } from '../../ui/row-button';
import { RowCheckbox } from '../../ui/row-checkbox';
import { moveBetweenRows } from '../../ui/row-stop';
import { ScrollRegion } from '../../ui/scroll-region';
import { requirementKindName } from '../../../../src/shared/wizard/requirement-kind-name';
import { RequirementEditor } from './requirement-editor';

interface RequirementTableProps extends RowActions {
  readonly requirements: readonly RequirementView[];
  /** Keeps its height whatever a filter leaves. */
  readonly tall: boolean;
  /** Ids that are selected. */
  readonly marked: ReadonlySet<string>;
  /** Id of the row whose editor is open. */
  readonly open: string | null;
}

interface RowActions {
  readonly onMark: (id: string, on: boolean) => void;
  readonly onToggle: (id: string) => void;
  readonly onClose: (id: string) => void;
  readonly onCorrect: (wish: CorrectionWish) => void;
  /** @param path file beside the source that holds the line */
  readonly onOpenLine: (line: number, path?: string) => void;
}

/**
 * The requirements in document order; the id opens the source at its line, the pencil what can be corrected. For Tab it
 * is one row, however long it is; the arrows move from row to row.
 */
export function RequirementTable({ requirements, tall, marked, open, ...actions }: RequirementTableProps) {
  const [last, setLast] = useState<string | null>(null);
  const current = requirements.some(({ id }) => id === last) ? last : requirements[0]?.id;
  return (
    <ScrollRegion label={l10n.t('Requirements; arrow keys move from row to row')} steady={tall}>
      <table className="table requirement-table">
        <thead>
          <tr>
            <th scope="col" className="mark-cell">
              <span className="visually-hidden">{l10n.t('Select')}</span>
            </th>
            <th scope="col">{l10n.t('ID')}</th>
            <th scope="col">{l10n.t('Requirement')}</th>
            <th scope="col" className="wide-only">
              {l10n.t('Kind')}
            </th>
            <th scope="col" className="wide-only">
              {l10n.t('Priority')}
            </th>
            <th scope="col" className="number wide-only">
              {l10n.t('Criteria')}
            </th>
            <th scope="col">
              <span className="visually-hidden">{l10n.t('Correct')}</span>
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={moveBetweenRows}>
          {requirements.map((requirement) => (
            <Fragment key={requirement.id}>
              <Row
                requirement={requirement}
                marked={marked.has(requirement.id)}
                open={open === requirement.id}
                current={requirement.id === current}
                onCurrent={setLast}
                {...actions}
              />
              {open === requirement.id ? (
                <tr className="editor-row">
                  <td colSpan={7}>
                    <RequirementEditor
                      requirement={requirement}
                      onCorrect={actions.onCorrect}
                      onClose={() => actions.onClose(requirement.id)}
                    />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
      {requirements.length === 0 ? (
        <p className="empty table-empty">{l10n.t('No requirement matches the filter.')}</p>
      ) : null}
    </ScrollRegion>
  );
}

function criteriaCount(count: number): string {
  if (count === 0) return l10n.t('no criteria');
  return count === 1 ? l10n.t('1 criterion') : l10n.t('{0} criteria', count);
}

interface RowProps extends RowActions {
  readonly requirement: RequirementView;
  readonly marked: boolean;
  readonly open: boolean;
  /** Whether Tab comes to this row. */
  readonly current: boolean;
  readonly onCurrent: (id: string) => void;
}

function Row(props: RowProps) {
  const { requirement, marked, open, current, onCurrent, onMark, onToggle, onOpenLine } = props;
  const { id, derived, kind, title, priority, acceptance, line, added, corrected, path } = requirement;
  const kindName = requirementKindName(kind);
  return (
    <tr className={open ? 'row-open' : ''} onFocus={() => onCurrent(id)}>
      <td className="mark-cell">
        <RowCheckbox
          label={l10n.t('Select {0}', id)}
          checked={marked}
          stop={{ column: 'mark', current }}
          onChange={(on) => onMark(id, on)}
        />
      </td>
      <th scope="row" className="id-cell">
        {added && line === 1 ? (
          id
        ) : (
          <LinkButton
            label={
              path === undefined
                ? l10n.t('{0}, open line {1}', id, line)
                : l10n.t('{0}, open line {1} of {2}', id, line, path)
            }
            stop={{ column: 'id', current }}
            onClick={() => onOpenLine(line, path)}
          >
            {id}
          </LinkButton>
        )}
        <span className="row-badges">
          {derived && !added ? <Badge>{l10n.t('derived')}</Badge> : null}
          {added ? <Badge>{l10n.t('added')}</Badge> : null}
          {corrected && !added ? <Badge>{l10n.t('corrected')}</Badge> : null}
        </span>
      </th>
      <td className="title-cell">
        {title}
        {path === undefined ? null : <div className="muted">{l10n.t('from {0}', path)}</div>}
        <span className="narrow-only">
          {[kindName, ...(priority === null ? [] : [priority]), criteriaCount(acceptance)].join(' · ')}
        </span>
      </td>
      <td className="wide-only">{kindName}</td>
      <td className="wide-only">{priority ?? '–'}</td>
      <td className="number wide-only">{acceptance}</td>
      <td className="edit-cell">
        <RowButton
          label={open ? l10n.t('Close the corrections of {0}', id) : l10n.t('Correct {0}', id)}
          icon={open ? 'chevron-up' : 'edit'}
          expanded={open}
          focusKey={`edit ${id}`}
          stop={{ column: 'edit', current }}
          onClick={() => onToggle(id)}
        />
      </td>
    </tr>
  );
}
