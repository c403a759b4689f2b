import * as vscode from 'vscode';
import { renderFinding } from '../../core/checks/render-finding';
import type { CriterionState, GateState, PhaseState } from '../../core/workflow/feature-state';
import type { OpenFeature, StandingFeature } from './feature-library';
import type { FeatureNode, FeatureTarget } from './feature-node';

/** A feature as the view shows it: its phase, the gates of that phase with their criteria, and its artefacts. */
export function featureNode(feature: OpenFeature): FeatureNode {
  const target = { folder: feature.folder.uri.toString(), feature: feature.name };
  const { standing } = feature;
  return standing === null ? brokenNode(feature, target) : standingNode({ ...feature, standing }, target);
}

function brokenNode(feature: OpenFeature, target: FeatureTarget): FeatureNode {
  return {
    ...node(feature.name, feature.name, target),
    description: vscode.l10n.t('cannot be read'),
    ...{ icon: 'error', color: 'list.errorForeground', contextValue: 'techSpec.featureBroken' },
    children: problemNodes(feature, target),
  };
}

function standingNode(feature: StandingFeature, target: FeatureTarget): FeatureNode {
  const { current, phases, records, workflow, open } = feature.standing.state;
  const where =
    current === null
      ? vscode.l10n.t('All phases are done')
      : vscode.l10n.t(
          'Phase {0} of {1}: {2}',
          phases.indexOf(current) + 1,
          phases.length,
          current.phase.name,
        );
  // The view is narrow; what is read aloud and the tooltip have it in words.
  const short =
    current === null ? where : `${phases.indexOf(current) + 1}/${phases.length} ${current.phase.name}`;
  const left = current === null ? [] : [vscode.l10n.t('{0} open', open.length)];
  const role = current === null ? [] : [vscode.l10n.t('Responsible: {0}', current.phase.role.name)];
  const title = records.feature.title;
  return {
    ...node(feature.name, title, target),
    description: [short, ...left].join(' · '),
    spoken: [where, ...left].join(', '),
    tooltip: [title, workflow.name, where, ...left, ...role].join('\n'),
    icon: current === null ? 'pass-filled' : 'milestone',
    color: current === null ? 'testing.iconPassed' : null,
    contextValue: current === null ? 'techSpec.featureDone' : 'techSpec.feature',
    children: [
      ...problemNodes(feature, target),
      ...(current === null ? [] : currentNodes(feature, current, target)),
      ...phases.flatMap((phase) => artefactNodes(feature, phase, target)),
    ],
  };
}

function currentNodes(
  feature: StandingFeature,
  current: PhaseState,
  target: FeatureTarget,
): readonly FeatureNode[] {
  return [
    ...current.gates.map((gate) => gateNode(feature, current, gate, { ...target, gate: gate.gate.id })),
    ...(current.review === null ? [] : [reviewNode(feature, current.review, target)]),
  ];
}

function gateNode(
  feature: StandingFeature,
  phase: PhaseState,
  { gate, state, criteria }: GateState,
  target: FeatureTarget,
): FeatureNode {
  const open = criteria.filter((one) => one.state === 'open' || one.state === 'unmet').length;
  return {
    ...node(`${feature.name} ${gate.id}`, gate.name, target),
    description:
      state === 'passed'
        ? vscode.l10n.t('passed')
        : state === 'overridden'
          ? vscode.l10n.t('overridden')
          : vscode.l10n.t('{0} open', open),
    icon: state === 'open' ? 'lock' : 'unlock',
    contextValue: state === 'open' ? 'techSpec.gateOpen' : 'techSpec.gate',
    children: criteria.map((one) =>
      criterionNode(feature, phase, one, { ...target, criterion: one.criterion.id }),
    ),
  };
}

const icons: Readonly<Record<CriterionState['state'], readonly [icon: string, color: string | null]>> = {
  met: ['pass', 'testing.iconPassed'],
  open: ['circle-large-outline', null],
  unmet: ['error', 'list.errorForeground'],
  overridden: ['debug-step-over', 'list.warningForeground'],
};

function criterionNode(
  feature: StandingFeature,
  phase: PhaseState,
  { criterion, state, why, signOffs, findings }: CriterionState,
  target: FeatureTarget,
): FeatureNode {
  const [usual, color] = icons[state];
  // Whoever looks for what is theirs to sign finds it.
  const icon = criterion.verifiedBy === 'person' && state === 'open' ? 'person' : usual;
  const said =
    state === 'met' && signOffs.length > 0
      ? signOffs.map(({ name, date }) => vscode.l10n.t('signed by {0}, {1}', name, date)).join('; ')
      : why !== null
        ? renderFinding(why)
        : state === 'met'
          ? vscode.l10n.t('verified')
          : vscode.l10n.t('overridden');
  const [found] = findings;
  const written = phase.artefacts.find(({ hash }) => hash !== null);
  const place =
    found === undefined
      ? written === undefined
        ? null
        : { path: written.path, line: null }
      : { path: found.path, line: found.finding.line };
  return {
    ...node(`${feature.name} ${criterion.id}`, criterion.text, target),
    description: said,
    spoken: spokenCriterion(state, said),
    tooltip: [
      criterion.text,
      said,
      ...findings.map(({ finding }) => renderFinding(finding)).slice(0, 5),
    ].join('\n'),
    ...{ icon, color },
    contextValue:
      criterion.verifiedBy === 'person' && state === 'open' ? 'techSpec.criterionOpen' : 'techSpec.criterion',
    open:
      place === null ? null : { uri: vscode.Uri.joinPath(feature.folder.uri, place.path), line: place.line },
  };
}

/** With what else the icon alone tells: a reason does not say whether it is one to mend, to wait for or to live with. */
function spokenCriterion(state: CriterionState['state'], said: string): string {
  switch (state) {
    case 'met':
      return said;
    case 'open':
      return `${vscode.l10n.t('to do')}, ${said}`;
    case 'unmet':
      return `${vscode.l10n.t('fails')}, ${said}`;
    case 'overridden':
      return said === vscode.l10n.t('overridden') ? said : `${vscode.l10n.t('overridden')}, ${said}`;
  }
}

function reviewNode(
  feature: StandingFeature,
  review: NonNullable<PhaseState['review']>,
  target: FeatureTarget,
): FeatureNode {
  const said =
    review.outcome === 'go'
      ? vscode.l10n.t('go')
      : review.outcome === 'no-go'
        ? vscode.l10n.t('no-go')
        : review.needed === 1
          ? vscode.l10n.t('{0} of 1 reviewer', review.verdicts.length)
          : vscode.l10n.t('{0} of {1} reviewers', review.verdicts.length, review.needed);
  return {
    ...node(`${feature.name} review`, vscode.l10n.t('Verdict of the review'), target),
    description: said,
    icon: review.outcome === 'go' ? 'unlock' : 'lock',
    contextValue: 'techSpec.verdict',
    children: review.verdicts.map(({ name, verdict, date, improvements }) => ({
      ...node(`${feature.name} verdict ${name}`, name, target),
      description: `${verdict === 'go' ? vscode.l10n.t('go') : vscode.l10n.t('no-go')}, ${date}`,
      tooltip: [name, ...improvements].join('\n'),
      icon: verdict === 'go' ? 'thumbsup' : 'thumbsdown',
    })),
  };
}

function artefactNodes(
  feature: StandingFeature,
  { artefacts, state }: PhaseState,
  target: FeatureTarget,
): readonly FeatureNode[] {
  return artefacts
    .filter(({ hash }) => hash !== null || state !== 'waiting')
    .map(({ id, name, path, hash }) => ({
      ...node(`${feature.name} artefact ${id}`, name, target),
      description: hash === null ? vscode.l10n.t('not written yet') : path,
      tooltip: path,
      icon: hash === null ? 'file' : 'markdown',
      contextValue: 'techSpec.artefact',
      open: hash === null ? null : { uri: vscode.Uri.joinPath(feature.folder.uri, path), line: null },
    }));
}

function problemNodes(feature: OpenFeature, target: FeatureTarget): readonly FeatureNode[] {
  return feature.problems.map(({ path, line, message, args }, index) => {
    const text = renderFinding({ message, args });
    return {
      ...node(`${feature.name} problem ${index}`, `${path.slice(path.lastIndexOf('/') + 1)}:${line}`, target),
      description: text,
      tooltip: `${path}:${line}\n${text}`,
      ...{ icon: 'warning', color: 'list.warningForeground' },
      open: { uri: vscode.Uri.joinPath(feature.folder.uri, path), line },
    };
  });
}

function node(id: string, label: string, target: FeatureTarget): FeatureNode {
  return {
    id: `${target.folder} ${id}`,
    ...{ label, target, description: '', spoken: null, tooltip: label, icon: 'circle', color: null },
    ...{ contextValue: '', open: null, children: [] },
  };
}
