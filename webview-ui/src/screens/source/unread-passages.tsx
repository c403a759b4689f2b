import * as l10n from '@vscode/l10n';
import { useDeferredValue, useState } from 'react';
import type { PassageView, UnreadSectionView } from '../../../../src/shared/wizard/source-state';
import { useFocusAfter } from '../../state/use-focus-after';
import { useSend } from '../../state/use-wizard';
import { Disclosure } from '../../ui/disclosure';
import { Icon } from '../../ui/icon';
import { ScrollRegion } from '../../ui/scroll-region';
import { TextField } from '../../ui/text-field';
import { formatted } from '../numbers';
import { distinctKeys, PassageList, type PassageRow } from './passage-list';
import { passageRoleName } from './passage-role-names';

/** From this many passages on, a filter helps more than it is in the way. */
const filterFrom = 12;

interface UnreadPassagesProps {
  readonly sections: readonly UnreadSectionView[];
  /** How many passages are there besides those. */
  readonly more: number;
  /** Whether it is open at first. */
  readonly opened: boolean;
  readonly onOpen: (line: number) => void;
}

/**
 * What was read as no requirement, for finding one that was missed: first what could be one by its words, then the rest by section,
 * each with what it was read as, and closed where that is told by its heading.
 */
export function UnreadPassages({ sections, more, opened, onOpen }: UnreadPassagesProps) {
  const send = useSend();
  const [root, focusAfter] = useFocusAfter(sections);
  const [open, setOpen] = useState(opened);
  const [filter, setFilter] = useState('');
  /** Then it stays when nothing is left, so that who pressed the last button is not lost. */
  const [promoted, setPromoted] = useState(false);
  const words = useDeferredValue(filter).toLowerCase().split(/\s+/u).filter(Boolean);
  const all = sections.flatMap((section) => section.passages.map((passage) => ({ section, passage })));
  const shown = all.filter(({ section, passage }) => {
    const said = `${section.title}\n${passage.text}\n${passageRoleName(passage.role)}`.toLowerCase();
    return words.every((word) => said.includes(word));
  });
  const possible = shown.filter(({ passage }) => passage.possible);
  const promote = (passage: PassageView, beside: readonly string[]) => {
    send({ type: 'correct', wish: { type: 'promote', line: passage.line, text: passage.text } });
    setPromoted(true);
    focusAfter(...beside, 'unread');
  };
  const list = { onOpen, onPromote: promote };
  const sectionKeys = distinctKeys(sections.map(({ line, title }) => `${line} ${title}`));
  if (all.length === 0 && !promoted) return null;
  return (
    <div ref={root as React.RefObject<HTMLDivElement>}>
      <div data-focus-key="unread">
        <Disclosure
          title={l10n.t('Not read as requirements')}
          note={noteOf(all.length + more, all.filter(({ passage }) => passage.possible).length)}
          level={3}
          open={open}
          onToggle={setOpen}
        >
          {() => (
            <>
              <p className="field-hint">
                {l10n.t(
                  'Everything in the document that is neither a requirement, nor out of scope, nor an open question. Look here for one that was missed.',
                )}
              </p>
              {all.length >= filterFrom ? (
                <div className="requirement-filters">
                  <TextField label={l10n.t('Filter passages')} value={filter} onInput={setFilter} />
                  <p className="field-hint requirement-shown" role="status">
                    {l10n.t('{0} of {1} shown', shown.length, all.length)}
                  </p>
                </div>
              ) : null}
              <ScrollRegion label={l10n.t('Not read as requirements')}>
                <div className="passages">
                  {possible.length > 0 ? (
                    <>
                      <h4>
                        {l10n.t('Could be requirements')}{' '}
                        <span className="heading-count">{possible.length}</span>
                      </h4>
                      <PassageList
                        label={l10n.t('Could be requirements')}
                        rows={possible.map(({ section, passage }) => ({
                          passage,
                          note: [nameOf(section), passageRoleName(passage.role)].join(' · '),
                        }))}
                        {...list}
                      />
                    </>
                  ) : null}
                  {shown.length > possible.length ? (
                    <>
                      {possible.length > 0 ? <h4>{l10n.t('Everything else, by section')}</h4> : null}
                      {sections.map((section, index) => (
                        <PassageSection
                          key={sectionKeys[index]}
                          section={section}
                          passages={shown.flatMap((one) =>
                            one.section === section && !one.passage.possible ? one.passage : [],
                          )}
                          filtered={words.length > 0}
                          {...list}
                        />
                      ))}
                    </>
                  ) : null}
                  {shown.length === 0 ? (
                    <p className="empty">
                      {all.length === 0
                        ? l10n.t('Nothing is left.')
                        : l10n.t('No passage matches the filter.')}
                    </p>
                  ) : null}
                  {more > 0 ? (
                    <p className="field-hint">{l10n.t('{0} more are not listed.', formatted(more))}</p>
                  ) : null}
                </div>
              </ScrollRegion>
            </>
          )}
        </Disclosure>
      </div>
    </div>
  );
}

function noteOf(count: number, possible: number): string {
  return possible === 0
    ? formatted(count)
    : l10n.t('{0} · {1} could be one', formatted(count), formatted(possible));
}

interface PassageSectionProps {
  readonly section: UnreadSectionView;
  readonly passages: readonly PassageView[];
  /** Whether only what matches a filter is shown: then it is open. */
  readonly filtered: boolean;
  readonly onOpen: (line: number) => void;
  readonly onPromote: (passage: PassageView, beside: readonly string[]) => void;
}

function PassageSection({ section, passages, filtered, onOpen, onPromote }: PassageSectionProps) {
  const roles = [...new Set(passages.map(({ role }) => role))];
  const [toggled, setToggled] = useState<boolean | null>(null);
  if (passages.length === 0) return null;
  const open = filtered || (toggled ?? roles.includes('none'));
  const rows = passages.map((passage): PassageRow => {
    return { passage, note: roles.length > 1 ? passageRoleName(passage.role) : null };
  });
  return (
    <div>
      <button
        type="button"
        className="disclosure-button"
        aria-expanded={open}
        onClick={() => setToggled(!open)}
      >
        <Icon name={open ? 'chevron-down' : 'chevron-right'} />
        <span>
          {nameOf(section)} <span className="heading-count">{passages.length}</span>{' '}
          <span className="muted">· {roles.map(passageRoleName).join(', ')}</span>
        </span>
      </button>
      {open ? (
        <PassageList label={nameOf(section)} rows={rows} onOpen={onOpen} onPromote={onPromote} />
      ) : null}
    </div>
  );
}

function nameOf({ title }: UnreadSectionView): string {
  return title === '' ? l10n.t('Before the first heading') : title;
}
