import { t } from '@vscode/l10n';
import { useState } from 'react';
import type { CoveragePlace, WorkState, WorkView } from '../../../../src/shared/coverage-protocol';
import { Icon } from '../../ui/icon';
import { LinkButton } from '../../ui/link-button';
import { workName } from './coverage-names';

const icons: Readonly<Record<WorkState, string>> = {
  found: 'check',
  deviating: 'warning',
  missing: 'close',
  planned: 'circle-outline',
  unknown: 'question',
};
/** A longer list hides the rows below it. What is missing or differs stands first, so it is in view. */
const mostAtOnce = 4;

interface WorkListProps {
  /** Name of the list for screen readers. */
  readonly label: string;
  /** How many of how many are there, in words. */
  readonly countText: (there: number, all: number) => string;
  /** Not empty, what needs a look first. */
  readonly works: readonly WorkView[];
  readonly open: (place: CoveragePlace) => void;
}

/** What a spec promises of code or tests, with what stands; each leads to its place. */
export function WorkList({ label, countText, works, open }: WorkListProps) {
  const [isWhole, setWhole] = useState(false);
  // One more fits in the line that would offer it.
  const hidden = isWhole || works.length <= mostAtOnce + 1 ? 0 : works.length - mostAtOnce;
  const count = (state: WorkState): number => works.filter((one) => one.state === state).length;
  const told = works.length - count('unknown');
  return (
    <>
      {told > 0 ? <p className="matrix-count">{countText(count('found'), told)}</p> : null}
      <ul className="matrix-works" aria-label={label}>
        {works.slice(0, works.length - hidden).map((work) => (
          <Work key={`${work.name}:${String(work.place.line)}`} work={work} open={open} />
        ))}
      </ul>
      {hidden > 0 || isWhole ? (
        <LinkButton
          label={`${isWhole ? t('Show fewer') : t('{0} more', hidden)}, ${label}`}
          onClick={() => setWhole(!isWhole)}
        >
          {isWhole ? t('Show fewer') : t('{0} more', hidden)}
        </LinkButton>
      ) : null}
    </>
  );
}

function Work({ work, open }: { readonly work: WorkView; readonly open: WorkListProps['open'] }) {
  const { name, state, place, inCode, differences } = work;
  const where = inCode ? `${place.path}:${String(place.line)}` : t('not in the code; opens the spec');
  return (
    <li className={`work work-${state}`} title={[...differences, where].join('\n')}>
      <Icon name={icons[state]} />
      <span>
        <LinkButton label={`${name}, ${workName(state)}`} onClick={() => open(place)}>
          {name}
        </LinkButton>
        {state === 'deviating' || state === 'missing' ? (
          <span className="work-difference">{differenceText(differences) ?? workName(state)}</span>
        ) : null}
      </span>
    </li>
  );
}

/** The first difference in words, and how many more there are. */
function differenceText([first, ...more]: readonly string[]): string | null {
  if (first === undefined) return null;
  return more.length === 0 ? first : t('{0} (and {1} more)', first, more.length);
}
