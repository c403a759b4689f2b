import { t } from '@vscode/l10n';
import type {
  CoveragePlace,
  CoverageRowView,
  CoverageState,
  CriterionView,
} from '../../../../src/shared/coverage-protocol';
import { Badge } from '../../ui/badge';
import { Icon } from '../../ui/icon';
import { LinkButton } from '../../ui/link-button';
import { RowButton } from '../../ui/row-button';
import { stateName, testName } from './coverage-names';
import { WorkList } from './work-list';

/** What a person can do from the matrix. */
export interface CoverageActions {
  readonly open: (place: CoveragePlace) => void;
  readonly copyBrief: (task: string) => void;
  /** Marks it as done, or as open again. */
  readonly tickTask: (task: string, done: boolean) => void;
}

type Open = CoverageActions['open'];

const stateIcons: Readonly<Record<CoverageState, string>> = {
  covered: 'pass-filled',
  'out-of-scope': 'circle-slash',
  open: 'question',
  uncovered: 'error',
  measured: 'graph',
};

const testIcons: Readonly<Record<CriterionView['state'], string>> = {
  tested: 'check',
  open: 'question',
  untested: 'close',
};

interface RowProps {
  readonly row: CoverageRowView;
  readonly actions: CoverageActions;
}

/** One row for each requirement: what covers it, what of that stands in the code, and what tests it. */
export function CoverageTable({
  rows,
  actions,
}: {
  readonly rows: readonly CoverageRowView[];
  readonly actions: CoverageActions;
}) {
  return (
    <table className="matrix">
      <thead>
        <tr>
          <th scope="col">{t('Requirement')}</th>
          <th scope="col">{t('State')}</th>
          <th scope="col">{t('Covered by')}</th>
          <th scope="col">{t('Code')}</th>
          <th scope="col">{t('Tests')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <MatrixRow key={row.id} row={row} actions={actions} />
        ))}
      </tbody>
    </table>
  );
}

function MatrixRow({ row, actions }: RowProps) {
  const { id, title, priority, state, stated, mapped } = row;
  const { open } = actions;
  return (
    <tr className={`state-${state}`}>
      <th scope="row">
        <span className="matrix-id">
          <Place place={stated} open={open} label={`${id}, ${t('open in the source')}`}>
            {id}
          </Place>
          {priority === null ? null : <Badge>{priority}</Badge>}
        </span>
        <span className="matrix-title">{title}</span>
      </th>
      <td>
        <span className="matrix-state">
          <Icon name={stateIcons[state]} />
          <Place place={mapped} open={open} label={`${stateName(state)}, ${t('open in the spec')}`}>
            {stateName(state)}
          </Place>
        </span>
      </td>
      <td>
        <Covers row={row} actions={actions} />
      </td>
      <td>
        <WorkCell column="code" row={row} open={open} />
      </td>
      <td>
        <Criteria row={row} open={open} />
        <WorkCell column="tests" row={row} open={open} />
      </td>
    </tr>
  );
}

/** What covers a requirement, each task with its brief, or why nothing does. */
function Covers({ row, actions }: RowProps) {
  const { state, coveredBy, reason, mapped } = row;
  return (
    <>
      {state === 'out-of-scope' && reason !== null ? <p className="matrix-reason">{reason}</p> : null}
      {state === 'uncovered' && coveredBy.length > 0 ? (
        <p className="matrix-reason">
          {mapped === null ? t('Tasks name it, the mapping does not:') : t('Mapping and tasks do not agree:')}
        </p>
      ) : null}
      {coveredBy.length > 0 ? (
        <ul className="matrix-covers">
          {coveredBy.map(({ name, title: about, place, task, done }) => (
            <li key={`${name}:${String(place.line)}`}>
              <span>
                <LinkButton onClick={() => actions.open(place)}>{name}</LinkButton>
                {done ? (
                  <>
                    {/* The button of a task shows its state itself. */}
                    {task === null ? <Icon name="check" className="task-done" /> : null}{' '}
                    <span className="visually-hidden">{t('done')}</span>
                  </>
                ) : null}{' '}
                <span className="muted">{about}</span>
              </span>
              {task === null ? null : (
                <>
                  <RowButton
                    icon={done ? 'pass-filled' : 'circle-large-outline'}
                    label={done ? t('Mark {0} as Open', task) : t('Mark {0} as Done', task)}
                    onClick={() => actions.tickTask(task, !done)}
                  />
                  <RowButton
                    icon="copy"
                    label={t('Copy {0} as Agent Brief', task)}
                    onClick={() => actions.copyBrief(task)}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      ) : state === 'uncovered' ? (
        <span className="muted">{t('nothing')}</span>
      ) : null}
    </>
  );
}

/** Which criteria have a test described in the spec. */
function Criteria({ row, open }: { readonly row: CoverageRowView; readonly open: Open }) {
  const { criteria, state } = row;
  if (criteria.length === 0) return state === 'measured' ? null : <p className="muted">{t('no criteria')}</p>;
  const tested = criteria.filter((one) => one.state === 'tested').length;
  return (
    <>
      <p className="matrix-count">{t('{0} of {1} criteria', tested, criteria.length)}</p>
      <ul className="matrix-criteria">
        {criteria.map((criterion) => (
          <Criterion key={criterion.name} criterion={criterion} open={open} />
        ))}
      </ul>
    </>
  );
}

function Criterion({ criterion, open }: { readonly criterion: CriterionView; readonly open: Open }) {
  const { name, text, state, place } = criterion;
  return (
    <li className={`criterion criterion-${state}`} title={text}>
      <Icon name={testIcons[state]} />
      <Place place={place} open={open} label={`${name}, ${testName(state)}: ${text}`} told>
        {name}
      </Place>
    </li>
  );
}

interface WorkCellProps {
  readonly column: 'code' | 'tests';
  readonly row: CoverageRowView;
  readonly open: Open;
}

function WorkCell({ column, row, open }: WorkCellProps) {
  const works = row[column];
  const isOfTasks = row.coveredBy.some(({ task }) => task !== null);
  if (!isOfTasks && (works ?? []).length === 0) return null;
  if (works === null)
    return column === 'code' ? <p className="muted">{t('no code in the workspace')}</p> : null;
  if (works.length === 0)
    return <p className="muted">{column === 'code' ? t('no code named') : t('no tests named')}</p>;
  return (
    <WorkList
      label={`${row.id}, ${column === 'code' ? t('Code') : t('Tests')}`}
      countText={(there, all) => {
        if (column === 'code') return t('{0} of {1} in the code', there, all);
        return all === 1 ? t('{0} of 1 test there', there) : t('{0} of {1} tests there', there, all);
      }}
      works={works}
      open={open}
    />
  );
}

/** A link where there is a place to go to, else the same as text; `told`: with the label, which says more than where it leads. */
function Place({
  place,
  open,
  label,
  told = false,
  children,
}: {
  readonly place: CoveragePlace | null;
  readonly open: Open;
  /** Begins with the text. */
  readonly label: string;
  readonly told?: boolean;
  readonly children: string;
}) {
  if (place !== null)
    return (
      <LinkButton label={label} onClick={() => open(place)}>
        {children}
      </LinkButton>
    );
  return (
    <span>
      {children}
      {told ? <span className="visually-hidden">{label.slice(children.length)}</span> : null}
    </span>
  );
}
