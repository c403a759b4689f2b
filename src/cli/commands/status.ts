import { statusChoices, type StatusChoice } from '../../core/life/change-status';
import { exitCode } from '../failure';
import { formatOption, nowOption, specWorkspaceOption, type AddCommand } from '../options';
import { printJson, printLines, type Format } from '../output';
import {
  choiceOf,
  obstacles,
  openSpecInLife,
  writeStatus,
  type LifeOptions,
  type SpecInLife,
} from '../workspace/spec-in-life';
import { reasonHint, unmetItems, unmetMessage, unmetPlace } from '../unmet-lines';
import { inWorkspace } from '../workspace/workspace';

interface StatusOptions extends LifeOptions {
  readonly format: Format;
  readonly set?: string;
  readonly reason: string;
  readonly successor?: string;
  readonly by?: string;
}

/** `status SPEC`: where a spec stands in its life and what each status asks for; with `--set`, gives it one. */
export const addStatus: AddCommand = (program, terminal, done) => {
  program
    .command('status')
    .description(
      'tell the status of a spec and what each other one needs; exits 1 where --set is not possible',
    )
    .argument('<spec>', 'technical specification')
    .option('--set <status>', 'give it this status')
    .option('--reason <text>', 'why, for a status that asks for a reason', '')
    .option('--successor <spec>', 'the spec that takes its place')
    .option('--by <name>', 'who approves; by default whom git knows')
    .addOption(specWorkspaceOption())
    .addOption(nowOption())
    .addOption(formatOption())
    .action(async (shown: string, options: StatusOptions) => {
      const opened = await openSpecInLife(terminal, shown, options);
      const successor =
        options.successor === undefined ? '' : inWorkspace(opened.workspace, options.successor);
      const note = { reason: options.reason, successor };
      if (options.set === undefined) return print(opened, statusChoices(opened.facts, note), options.format);
      const choice = choiceOf(opened, options.set, note);
      const against = obstacles(opened, choice);
      if (against.length > 0) {
        done(exitCode.findings);
        return printLines(terminal, against);
      }
      if (!choice.isCurrent) await writeStatus(opened, choice.status, note, options.by ?? null);
      printLines(terminal, [`${shown}: ${choice.status.name}`]);
    });
};

function print(
  { workspace, shown, report }: SpecInLife,
  choices: readonly StatusChoice[],
  format: Format,
): void {
  const { terminal } = workspace;
  const { status, approval } = report.life;
  if (format === 'json') return printJson(terminal, statusJson(shown, report, choices));
  const approved = approval === null ? '' : `, approved by ${approval.name ?? '?'} on ${approval.date}`;
  printLines(terminal, [
    `${shown}: ${status?.name ?? unknownStatus(report)}${approved}`,
    ...choices
      .filter(({ isReachable }) => isReachable)
      .flatMap(({ status: { name }, unmet }) =>
        unmet.length === 0
          ? [`  ${name}: can be set`]
          : unmet.flatMap((need) => [
              `  ${name}: ${unmetMessage(need)}${need.need === 'reason' ? reasonHint : ''}${unmetPlace(need)}`,
              ...unmetItems(shown, need).map((item) => `    ${item}`),
            ]),
      ),
  ]);
}

function unknownStatus({ spec, template }: SpecInLife['report']): string {
  const written = spec.metadata.get('status')?.value ?? '';
  if (written === '') return 'no status';
  return template === null
    ? `"${written}" is no status that is known`
    : `"${written}" is no status of its template`;
}

/** The contract of `status --format json`, see docs/life.md; fields may be added. */
function statusJson(
  shown: string,
  { life }: SpecInLife['report'],
  choices: readonly StatusChoice[],
): unknown {
  const { status, approval } = life;
  return {
    path: shown,
    status: status?.name ?? null,
    stage: status?.stage ?? null,
    approval:
      approval === null ? null : { name: approval.name, date: approval.date, commit: approval.commit },
    choices: choices.map(({ status: { name, stage }, isCurrent, isReachable, unmet }) => ({
      ...{ status: name, stage, current: isCurrent, reachable: isReachable },
      unmet: unmet.map((lacking) => ({
        ...{ need: lacking.need, message: unmetMessage(lacking), lines: lacking.lines, items: lacking.items },
      })),
    })),
  };
}
