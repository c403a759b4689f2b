import type { Check } from './check';
import { acceptanceTests } from './rules/acceptance-tests';
import { checklistTick } from './rules/checklist-tick';
import { claims } from './rules/claims';
import { codeSyntax } from './rules/code-syntax';
import { columnTypes } from './rules/column-types';
import { componentFields } from './rules/component-fields';
import { conformanceConfig } from './rules/conformance-config';
import { conformanceDependency } from './rules/conformance-dependency';
import { conformanceEndpoint } from './rules/conformance-endpoint';
import { conformanceEvent } from './rules/conformance-event';
import { conformanceFile } from './rules/conformance-file';
import { conformanceScript } from './rules/conformance-script';
import { conformanceSymbol } from './rules/conformance-symbol';
import { conformanceTable } from './rules/conformance-table';
import { conformanceTest } from './rules/conformance-test';
import { contractTypes } from './rules/contract-types';
import { createdLater } from './rules/created-later';
import { dates } from './rules/dates';
import { decisionTrace } from './rules/decision-trace';
import { doneCommand } from './rules/done-command';
import { doneCondition } from './rules/done-condition';
import { endpointFields } from './rules/endpoint-fields';
import { errorCases } from './rules/error-cases';
import { eventFields } from './rules/event-fields';
import { footer } from './rules/footer';
import { hollowSection } from './rules/hollow-section';
import { links } from './rules/links';
import { measurableNfr } from './rules/measurable-nfr';
import { metadata } from './rules/metadata';
import { migrationDone } from './rules/migration-done';
import { migrationNumberCheck } from './rules/migration-number';
import { migrationNote } from './rules/migration-note';
import { migrationPair } from './rules/migration-pair';
import { nearDuplicate } from './rules/near-duplicate';
import { noAny } from './rules/no-any';
import { openQuestions } from './rules/open-questions';
import { packageExists } from './rules/package-exists';
import { pastConflict } from './rules/past-conflict';
import { pathExists } from './rules/path-exists';
import { pathNew } from './rules/path-new';
import { phaseOrder } from './rules/phase-order';
import { placeholders } from './rules/placeholders';
import { rejectedDecision } from './rules/rejected-decision';
import { plannedFiles } from './rules/planned-files';
import { requiredSections } from './rules/required-sections';
import { requirementCoverage } from './rules/requirement-coverage';
import { restatesPrd } from './rules/restates-prd';
import { riskLevels } from './rules/risk-levels';
import { routeExists } from './rules/route-exists';
import { rulesLedger } from './rules/rules-ledger';
import { scriptExists } from './rules/script-exists';
import { sectionBudget } from './rules/section-budget';
import { snippetBudget } from './rules/snippet-budget';
import { stackDeviation } from './rules/stack-deviation';
import { status } from './rules/status';
import { symbolExists } from './rules/symbol-exists';
import { tableCells } from './rules/table-cells';
import { tableExists } from './rules/table-exists';
import { taskFields } from './rules/task-fields';
import { taskOrder } from './rules/task-order';
import { taskSize } from './rules/task-size';
import { uiComponent } from './rules/ui-component';
import { unknownId } from './rules/unknown-id';
import { wordBudget } from './rules/word-budget';

/** Every check of specs. Each has a page `docs/checks/<id>.md`. */
export const checks: readonly Check[] = [
  requirementCoverage,
  unknownId,
  requiredSections,
  hollowSection,
  placeholders,
  metadata,
  status,
  taskFields,
  taskOrder,
  phaseOrder,
  createdLater,
  taskSize,
  doneCondition,
  doneCommand,
  migrationDone,
  componentFields,
  acceptanceTests,
  openQuestions,
  pathExists,
  pathNew,
  plannedFiles,
  symbolExists,
  packageExists,
  scriptExists,
  migrationNumberCheck,
  tableExists,
  routeExists,
  uiComponent,
  conformanceFile,
  conformanceSymbol,
  conformanceEndpoint,
  conformanceTable,
  conformanceConfig,
  conformanceEvent,
  conformanceScript,
  conformanceTest,
  conformanceDependency,
  checklistTick,
  wordBudget,
  sectionBudget,
  snippetBudget,
  codeSyntax,
  contractTypes,
  noAny,
  columnTypes,
  migrationPair,
  pastConflict,
  rejectedDecision,
  stackDeviation,
  rulesLedger,
  decisionTrace,
  riskLevels,
  tableCells,
  measurableNfr,
  restatesPrd,
  nearDuplicate,
  links,
  dates,
  claims,
  migrationNote,
  endpointFields,
  eventFields,
  errorCases,
  footer,
];
