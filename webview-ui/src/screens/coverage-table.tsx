import { t } from '@vscode/l10n';
import type {
  CoveragePlace,
  CoverageRowView,
  CoverageState,
  CriterionView,
} from '../../../src/shared/coverage-protocol';
import { Badge } from '../ui/badge';
import { Icon } from '../ui/icon';
import { LinkButton } from '../ui/link-button';
import { stateName, testName } from './coverage-names';

type Open = (place: CoveragePlace) => void;

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

/** One row for each requirement. */
export function CoverageTable({
  rows,
  open,
}: {
  readonly rows: readonly CoverageRowView[];
  readonly open: Open;
}) {
  return (
    <table className="matrix">
      <thead>
        <tr>
          <th scope="col">{t('Requirement')}</th>
          <th scope="col">{t('State')}</th>
          <th scope="col">{t('Covered by')}</th>
          <th scope="col">{t('Tests of its criteria')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <MatrixRow key={row.id} row={row} open={open} />
        ))}
      </tbody>
    </table>
  );
}

function MatrixRow({ row, open }: { readonly row: CoverageRowView; readonly open: Open }) {
  const { id, title, priority, state, stated, mapped, coveredBy, criteria, reason } = row;
  const tested = criteria.filter((one) => one.state === 'tested').length;
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
        {state === 'out-of-scope' && reason !== null ? <p className="matrix-reason">{reason}</p> : null}
        {state === 'uncovered' && coveredBy.length > 0 ? (
          <p className="matrix-reason">
            {mapped === null
              ? t('Tasks name it, the mapping does not:')
              : t('Mapping and tasks do not agree:')}
          </p>
        ) : null}
        {coveredBy.length > 0 ? (
          <ul className="matrix-covers">
            {coveredBy.map(({ name, title: about, place }) => (
              <li key={`${name}:${String(place.line)}`}>
                <LinkButton onClick={() => open(place)}>{name}</LinkButton>{' '}
                <span className="muted">{about}</span>
              </li>
            ))}
          </ul>
        ) : state === 'uncovered' ? (
          <span className="muted">{t('nothing')}</span>
        ) : null}
      </td>
      <td>
        {criteria.length === 0 ? (
          <span className="muted">{state === 'measured' ? '' : t('no criteria')}</span>
        ) : (
          <>
            <span className="matrix-tested">{t('{0} of {1}', tested, criteria.length)}</span>
            <ul className="matrix-criteria">
              {criteria.map((criterion) => (
                <Criterion key={criterion.name} criterion={criterion} open={open} />
              ))}
            </ul>
          </>
        )}
      </td>
    </tr>
  );
}

function Criterion({ criterion, open }: { readonly criterion: CriterionView; readonly open: Open }) {
  const { name, text, state, place } = criterion;
  return (
    <li className={`criterion criterion-${state}`} title={text}>
      <Icon name={testIcons[state]} />
      <Place place={place} open={open} label={`${name}, ${testName(state)}: ${text}`}>
        {name}
      </Place>
    </li>
  );
}

/** A link where there is a place to go to, else the same as text. */
function Place({
  place,
  open,
  label,
  children,
}: {
  readonly place: CoveragePlace | null;
  readonly open: Open;
  readonly label: string;
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
      {label.startsWith(children) ? (
        <span className="visually-hidden">{label.slice(children.length)}</span>
      ) : null}
    </span>
  );
}
