import { checkSpecFile, type SpecFileReport } from '../../core/checks/check-spec-file';
import { checks } from '../../core/checks/registry';
import { exitCode } from '../failure';
import { fixSpec } from '../fix-spec';
import { namedSpecs } from '../named-specs';
import { checkFormatOption, nowOption, workspaceOption, type AddCommand } from '../options';
import { count, findingJson, findingLine, printJson, printLines, type CheckFormat } from '../output';
import { sarifLog } from '../sarif';
import { surroundingsOf } from '../surround';
import { loadTeamConfig } from '../team-config';
import { clockAt, inWorkspace, loadTemplates, openWorkspace, readSpecFile } from '../workspace';

interface CheckOptions {
  readonly format: CheckFormat;
  readonly workspace: string;
  readonly now?: string;
  readonly fix: boolean;
}

interface CheckedSpec {
  /** Path relative to the current folder. */
  readonly shown: string;
  readonly report: SpecFileReport;
}

/** `check FILE...`: what is true of specs, by parsing. */
export const addCheck: AddCommand = (program, done) => {
  program
    .command('check')
    .description('check specs against their source, template and workspace; exits 1 on an error')
    .argument('<files...>', 'technical specifications: files, folders or globs')
    .addOption(workspaceOption())
    .addOption(nowOption())
    .addOption(checkFormatOption())
    .option('--fix', 'apply the fixes that decide nothing for the author, then check', false)
    .action(async (named: readonly string[], options: CheckOptions) => {
      const workspace = await openWorkspace(options.workspace);
      const config = await loadTeamConfig(workspace);
      const templates = await loadTemplates(workspace);
      const surround = surroundingsOf(workspace, clockAt(options.now), config);
      const specs: CheckedSpec[] = [];
      for (const shown of await namedSpecs(workspace, named, config.specs)) {
        const path = inWorkspace(workspace, shown);
        const check = (text: string): Promise<SpecFileReport> =>
          checkSpecFile({
            path,
            text,
            files: workspace.files,
            templates,
            settings: config.checks,
            surround: surround(path),
          });
        const report = await check(await readSpecFile(workspace, shown));
        specs.push({ shown, report: options.fix ? await fixSpec(workspace, shown, report, check) : report });
      }
      const errors = specs.some(({ report }) => report.findings.some(({ severity }) => severity === 'error'));
      done(errors ? exitCode.findings : exitCode.fine);
      print(specs, options.format);
    });
};

function print(specs: readonly CheckedSpec[], format: CheckFormat): void {
  switch (format) {
    case 'json':
      return printJson({ files: specs.map(specJson) });
    case 'sarif':
      return printJson(
        sarifLog(
          specs.map(({ shown, report }) => ({ path: shown, findings: report.findings })),
          checks,
        ),
      );
    case 'text':
      return printLines(specs.flatMap(specLines));
  }
}

/** The fixed contract of `check --format json`; fields may be added. */
function specJson({ shown, report }: CheckedSpec): unknown {
  return {
    path: shown,
    template: report.template?.id ?? null,
    findings: report.findings.map(findingJson),
    checklist: report.checklist.map(({ id, text, state, verifiedBy }) => ({ id, text, state, verifiedBy })),
    coverage: report.coverage,
  };
}

function specLines({ shown, report }: CheckedSpec): readonly string[] {
  const { requirements, covered, outOfScope } = report.coverage;
  return [
    ...report.findings.map((finding) => findingLine(shown, finding)),
    `${shown}: ${covered} of ${count(requirements, 'requirement')} covered, ${outOfScope} out of scope`,
  ];
}
