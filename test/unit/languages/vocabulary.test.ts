import { beforeAll, describe, expect, it } from 'vitest';
import { sayIn, type LanguagePack } from '../../../src/core/language/language-pack';
import { specPhrases } from '../../../src/core/language/spec-phrases';
import { lifeStatuses } from '../../../src/core/template/statuses';
import { isFooter } from '../../../src/core/spec/footer-line';
import * as answers from '../../../src/core/spec/vocabulary/answers';
import * as columns from '../../../src/core/spec/vocabulary/columns';
import { fileActionWords } from '../../../src/core/spec/vocabulary/file-actions';
import { createdLabel, updatedLabel } from '../../../src/core/spec/vocabulary/date-labels';
import { isMetadataName } from '../../../src/core/spec/vocabulary/metadata-names';
import * as sections from '../../../src/core/spec/vocabulary/section-names';
import { requirementLabels, taskFieldLabels } from '../../../src/core/spec/vocabulary/task-field-labels';
import { inLanguage } from '../../../src/core/template/localize-template';
import { discovered } from './drafted-in';

/** What the checks read by its words, and phrases of the templates that they have to know by them. */
const readByWords: readonly (readonly [
  name: string,
  knows: (text: string) => boolean,
  phrases: readonly string[],
])[] = [
  ['a decision', test(columns.decisionColumn), ['Decision', 'Key Decisions']],
  ['a dependency', test(columns.dependencyColumn), ['Dependency', 'Dependencies']],
  ['a package', test(columns.packageColumn), ['Dependency', 'Dependencies']],
  ['a version', test(columns.versionColumn), ['Version / Constraint']],
  ['a type', test(columns.columnTypeColumn), ['Type']],
  ['a command', test(columns.commandColumn), ['Command', 'Test Command']],
  ['the file of a migration', test(columns.migrationFileColumn), ['Migration File']],
  ['compatibility', test(columns.compatibilityColumn), ['Backward Compatible']],
  ['components used', test(columns.usedComponentsColumn), ['UI Components Used']],
  ['new names', test(columns.newNamesColumn), ['Exported Interface', 'Props Interface', 'New interfaces']],
  ['a target', test(columns.targetColumn), ['Target Threshold', 'Alert Threshold']],
  ['a level', test(columns.levelColumn), ['Impact', 'Likelihood']],
  ['a status of HTTP', test(columns.statusCodeColumn), ['HTTP Status', 'Status']],
  ['what may be empty', test(columns.mayBeEmptyColumn), ['Notes', 'Log Level']],
  ['a path', test(columns.pathColumn), ['File Path', 'Files', 'Migration File']],
  ['what is done to a file', test(columns.fileActionColumn), ['Change', 'Type', 'Status']],
  ['the verdict on a rule', test(columns.ruleVerdictColumn), ['Verdict']],
  [
    'what others look up',
    test(columns.tellingColumn),
    ['Story ID', 'Req ID', 'Requirement', 'Implementing Tasks', 'Maps to Requirement', 'Plan Items'].concat(
      ['Criterion', 'Component', 'Test', 'Error', 'Decision', 'Dependency', 'File Path', 'Migration File'],
      ['Rule Document', 'Where', 'Type', 'HTTP Status', 'Status', 'Test Command', 'Command', 'Mitigation'],
    ),
  ],
  [
    'sections of decisions',
    test(sections.decisionsSection),
    ['Key Decisions', 'Architecture & Design Decisions', 'Technical Considerations'],
  ],
  [
    'what was not chosen',
    test(sections.notChosenSection),
    ['Alternatives Considered', 'Out of Scope', 'Open Questions', 'Future Enhancements', 'References'],
  ],
  ['a summary', test(sections.summarySection), ['Summary', 'Overview']],
  ['deviations', test(sections.deviationsSection), ['New Patterns or Deviations']],
  ['new tables', test(sections.newTablesSection), ['New Tables']],
  ['modified tables', test(sections.modifiedTablesSection), ['Modified Tables']],
  ['UI components', test(sections.componentsToInstallSection), ['UI Components']],
  ['what is there', (text) => sections.presentLabel.test(`${text}:`), ['In the workspace']],
  ['what is installed', (text) => sections.toInstallLabel.test(`${text}:`), ['To install']],
  [
    'files that are made',
    test(fileActionWords.create),
    ['New Tables', 'Backend — New Files', 'Frontend — New Files'],
  ],
  [
    'files that change',
    test(fileActionWords.modify),
    ['Modify', 'Backend — Modified Files', 'Frontend — Modified Files'],
  ],
  ['none', test(answers.noneOfIt), ['None', 'no date']],
  ['the status of a spec', (text) => isMetadataName('status', text.toLowerCase()), ['Status']],
  [
    'the source of a spec',
    (text) => isMetadataName('source', text.toLowerCase()),
    ['PRD', 'Related PRD', 'Source', 'Initiative', 'Conversation'],
  ],
  ['the last change', test(updatedLabel), ['Last updated', 'Last Updated']],
  [
    'the requirements of a component',
    (text) => requirementLabels.includes(text.toLowerCase()),
    ['Requirements'],
  ],
  ...Object.entries({
    implements: 'Implements',
    description: 'Description',
    files: 'Files',
    'done condition': 'Done condition',
    dependencies: 'Dependencies',
    estimate: 'Estimate',
  }).map(
    ([field, label]) =>
      [
        `the field ${field}`,
        (text: string) => [field, ...(taskFieldLabels[field] ?? [])].includes(text.toLowerCase()),
        [label],
      ] as const,
  ),
];

/** Words that mean something else in spite of what they look like. */
const mistakable: readonly (readonly [(text: string) => boolean, readonly string[]])[] = [
  [test(createdLabel), ['Author', 'Last updated']],
  [test(fileActionWords.create), ['Author', 'At the time of writing']],
  [test(columns.versionColumn), ['Rollback Procedure', 'Rollback Plan']],
  [test(sections.newTablesSection), ['Modified Tables']],
];

let packs: readonly LanguagePack[] = [];
beforeAll(async () => {
  packs = (await discovered).languages;
});

describe('what templates say in another language', () => {
  it.each(readByWords)('is known to the checks: %s', (_, knows, phrases) => {
    const unknown = [null, ...packs].flatMap((pack) =>
      phrases.map((phrase) => (pack === null ? phrase : sayIn(pack, phrase))).filter((said) => !knows(said)),
    );
    expect(unknown).toEqual([]);
  });

  it('is not taken for something else', () => {
    const taken = mistakable.flatMap(([knows, phrases]) =>
      packs.flatMap((pack) => phrases.map((phrase) => sayIn(pack, phrase)).filter(knows)),
    );
    expect(taken).toEqual([]);
  });

  it('puts a requirement out of scope', () => {
    for (const pack of packs)
      expect(answers.leftOut.exec(sayIn(pack, specPhrases.outOfScope, 'x'))?.[1], pack.id).toBe('x');
  });

  it('has the same stages of life, and the line below a spec is known', async () => {
    const { templates } = await discovered;
    for (const template of templates)
      for (const { id } of packs) {
        const spoken = inLanguage(template, id);
        const stages = (one: typeof template) =>
          lifeStatuses(one).map(({ stage, gapsAllowed, needs }) => ({ stage, gapsAllowed, needs }));
        expect(stages(spoken), `${template.id} in ${id}`).toEqual(stages(template));
        if (spoken.footer === undefined) continue;
        for (const state of [specPhrases.verified, specPhrases.notVerified]) {
          const said = sayIn(spoken.translated?.into ?? failed(), state);
          expect(isFooter(`_${spoken.footer.replace('{verified}', said)}_`), `${id}: ${said}`).toBe(true);
        }
      }
  });
});

function test(pattern: RegExp): (text: string) => boolean {
  return (text) => pattern.test(text.trim());
}

function failed(): never {
  throw new Error('the template is not translated');
}
