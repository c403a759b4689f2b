import { strict as assert } from 'node:assert';
import * as vscode from 'vscode';
import { emptyInput, readWizardInput } from '../../../src/shared/wizard/wizard-input';
import { SpecsTree, type SpecsItem } from '../../../src/host/review/specs-view/specs-tree';
import { Wizard } from '../../../src/host/wizard/wizard';
import { artefactToDraft } from '../../../src/host/workflow/artefact-to-draft';
import { ArtefactWorkspace } from '../../../src/host/workflow/artefact-workspace';
import type { FeatureNode } from '../../../src/host/workflow/feature-node';
import { featureNode } from '../../../src/host/workflow/feature-nodes';
import { ProductWindow, type Offered } from './product-window';
import { closeAll, folder, until, uri } from '../open-window';
import { exists, parts, prd, product, readText, remove, writeText } from './workspace-under-test';

const feature = 'invites-by-phases';
const records = `.tech-spec/features/${feature}`;
const csv = 'workflow-metrics.csv';
const artefact = (name: string): string => `tech-specs/${feature}/${name}.md`;

/** What the Specs view has below the gates of the phase that the feature is in. */
async function criteria(): Promise<readonly FeatureNode[]> {
  const { features, dispose } = parts();
  try {
    return (await features.all())
      .filter(({ name }) => name === feature)
      .flatMap((one) => featureNode(one).children)
      .filter(({ contextValue }) => contextValue === 'techSpec.gateOpen')
      .flatMap(({ children }) => children);
  } finally {
    dispose();
  }
}

describe('a feature in the editor', () => {
  const window = new ProductWindow();
  const target = { folder: '', feature };
  let signer = 'Mara Okafor';
  let verdict = 0;
  let improvements = '';
  let reason = '';

  before(async () => {
    await product().activate();
    target.folder = folder().uri.toString();
    window.takeOver();
    // What a person picks, by the question that is asked.
    window.pick = (title: string, items: readonly Offered[]) => {
      if (title.endsWith('Workflow')) return items.find(({ description }) => description === 'staged');
      if (title.startsWith('Draft ')) return items[1];
      if (title === 'Sign Criteria') return [...items];
      if (title.startsWith('Verdict')) return items[verdict];
      return items[0];
    };
    window.typed = (title) => {
      if (title.endsWith('Name')) return title === 'Your Name' ? signer : feature;
      if (title.endsWith('Reason')) return reason;
      if (title.endsWith('Improvements')) return improvements;
      if (title.endsWith('Capacity of a Sprint')) return '8';
      return undefined;
    };
  });
  after(async () => {
    window.giveBack();
    await closeAll();
    await remove(records, `tech-specs/${feature}`, csv);
  });

  const run = async (command: string): Promise<void> => {
    window.forget();
    await vscode.commands.executeCommand(`techSpec.${command}`, { target });
  };
  const said = (): string => window.said.map(({ text }) => text).join('\n');
  const recorded = async (kind: string): Promise<readonly string[]> =>
    (await exists(`${records}/${kind}`))
      ? (await vscode.workspace.fs.readDirectory(uri(`${records}/${kind}`))).map(([name]) => name).sort()
      : [];
  const written = (name: string): Promise<true> =>
    until(`${name} and its receipt`, async () =>
      (await exists(artefact(name).replace('.md', '.receipt.json'))) ? true : null,
    );
  /** What stands in the report once it says something: one that is made anew comes into its document a moment later. */
  const report = async (says: RegExp): Promise<string> => {
    await run('showFeatureReport');
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document !== undefined);
    // It has a name, and nothing to save.
    assert.match(document.uri.path, new RegExp(`/${feature}-report\\.md$`));
    assert.equal(document.isUntitled, false);
    const text = await until(`the report that says ${says.source}`, () =>
      says.test(document.getText()) ? document.getText() : null,
    );
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    return text;
  };

  it('goes through six phases: gates refuse and open, reviewers judge, and its dates are told', async () => {
    window.forget();
    await vscode.commands.executeCommand('techSpec.startFeature', uri(prd));
    await written('requirements');
    assert.deepEqual(JSON.parse(await readText(`${records}/feature.json`)).workflow, 'staged');

    // Before anybody has signed the gate is shut; the requirements of the example need nothing else.
    await run('continueFeature');
    assert.match(said(), /Requirements Analysis cannot be closed: \d+ open/);
    assert.equal(await exists(artefact('design')), false);
    const toSign = (await criteria()).filter(({ icon }) => icon === 'person');
    assert.ok(toSign.length > 0);
    for (const { spoken } of toSign) assert.match(spoken ?? '', /^to do, /);
    // What is not there is told of before anybody is asked for a name.
    const requirements = await readText(artefact('requirements'));
    await remove(artefact('requirements'));
    await run('signCriterion');
    assert.match(said(), /requirements\.md is not written yet/);
    assert.deepEqual(window.asked, []);
    await writeText(artefact('requirements'), requirements);
    await run('signCriterion');
    assert.ok((await recorded('signoffs')).every((name) => name.includes('.mara-okafor.')));
    await run('continueFeature');
    assert.match(said(), /Requirements Analysis is closed\. Design Specification begins\./);
    await written('design');

    // What the outline leaves open keeps the gate shut, whoever signs; an override asks for its reason, which stays in sight.
    await run('signCriterion');
    await run('continueFeature');
    assert.match(said(), /Design Specification cannot be closed: \d+ open\. First: .*design\.md:\d+/);
    for (const { icon, spoken } of await criteria()) {
      const word = { 'circle-large-outline': /^to do, /, error: /^fails, /, pass: /signed by|verified/ }[
        icon
      ];
      assert.match(spoken ?? '', word ?? /never/, icon);
    }
    reason = ' ';
    await run('overrideGate');
    assert.deepEqual(window.refused, [' : Give a reason.']);
    assert.deepEqual(await recorded('overrides'), []);
    for (const [phase, next] of [
      ['design', 'tasks'],
      ['tasks', 'review'],
    ] as const) {
      await run('signCriterion');
      reason = `The open points of ${phase} are with the team.`;
      await run('overrideGate');
      await run('continueFeature');
      assert.match(said(), /is closed\. .* begins\./);
      await written(next);
    }
    assert.equal((await recorded('overrides')).length, 2);
    await report(/The open points of design are with the team\./);

    // The review ends in go only when nobody says no-go, about what there is.
    verdict = 1;
    await run('giveVerdict');
    assert.match(window.refused.join(), /Name one improvement/);
    improvements = 'Limit how often an invitation is sent; Say who is told';
    signer = 'Jonas Weil';
    await run('giveVerdict');
    await run('continueFeature');
    assert.match(said(), /No-go from Jonas Weil/);
    const refused = await report(/\*\*Decision:\*\* No-go/);
    assert.match(refused, /- \[ \] Say who is told \(Jonas Weil\)/);
    verdict = 0;
    improvements = '';
    await run('giveVerdict');
    await report(/\*\*Decision:\*\* Go\b/);

    for (const phase of ['Implementation', 'Testing and Validation']) {
      await run('continueFeature');
      assert.match(said(), new RegExp(`is closed\\. ${phase} begins`));
      await run('continueFeature');
      assert.match(said(), new RegExp(`${phase} cannot be closed`));
      await run('signCriterion');
    }
    await run('continueFeature');
    assert.match(said(), /all phases are done/);

    await run('showSchedule');
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /-schedule\.md$/);
    const schedule = vscode.window.activeTextEditor?.document.getText() ?? '';
    assert.match(schedule, /^# Schedule: /);
    assert.match(schedule, /## Sprint 2 \(\d+ of 8\)/);

    await run('showMetrics');
    await until('the metrics view', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(
          ({ input }) =>
            input instanceof vscode.TabInputWebview && input.viewType.endsWith('techSpec.metrics'),
        ),
    );
    window.saveAs = uri(csv);
    await run('exportMetrics');
    const rows = (await readText(csv)).split('\r\n');
    assert.equal(rows.filter((row) => row.startsWith(`${feature},`)).length, 7);
    assert.match(rows.find((row) => row.startsWith(`${feature},total`)) ?? '', /,2$/);
  });

  it('shows each of its artefacts once in the Specs view: below it, as a spec', async () => {
    const { features, library, dispose } = parts();
    const changed = new vscode.EventEmitter<void>();
    const tree = new SpecsTree(library, {
      onDidChange: changed.event,
      nodes: async () => (await features.all()).map(featureNode),
    });
    try {
      const roots = await tree.getChildren();
      const item = roots.find((one) => 'target' in one && one.target.feature === feature);
      assert.ok(item);
      const paths = (items: readonly SpecsItem[]): readonly string[] =>
        items.flatMap((one) => ('report' in one ? one.path : []));
      assert.deepEqual(
        paths(await tree.getChildren(item)),
        ['requirements', 'design', 'tasks', 'review'].map(artefact),
      );
      assert.deepEqual(
        paths(roots).filter((path) => path.includes(feature)),
        [],
      );
    } finally {
      tree.dispose();
      dispose();
    }
  });

  it('is known to the wizard that drafts its artefacts, after a reload too', async () => {
    const { features, templates, projects, models, generation, dispose } = parts();
    const gathered: (readonly string[])[] = [];
    const wizard = new Wizard({
      ...{ templates, projects, models, generation, extension: product().extensionUri },
      onError: (error) => assert.fail(String(error)),
      artefactWorkspace: async (inFolder, { feature: name, id }) => {
        const found = await features.one(inFolder, name, false);
        assert.ok(found.standing);
        const order = await artefactToDraft({ ...found, standing: found.standing }, id, templates);
        assert.ok(typeof order !== 'string');
        const workspace = new ArtefactWorkspace(inFolder, { templates, projects }, order);
        const gather = workspace.gatherContext.bind(workspace);
        workspace.gatherContext = async (...asked) => {
          const context = await gather(...asked);
          gathered.push(context.documents.map(({ path }) => path));
          return context;
        };
        return workspace;
      },
    });
    try {
      // As the webview kept it.
      const kept = {
        ...emptyInput,
        ...{ source: prd, artefact: { feature, id: 'tasks' }, step: 'context', furthest: 'context' },
        ...{ folder: target.folder, template: 'staged-tasks' },
      };
      const stored = readWizardInput(JSON.parse(JSON.stringify(kept)));
      await wizard.restore(vscode.window.createWebviewPanel('techSpec.test', 'Wizard', 1), stored);
      const paths = await until('the context', () => gathered[0]);
      assert.ok(paths.includes(artefact('requirements')), paths.join());
      assert.ok(paths.includes(artefact('design')), paths.join());
    } finally {
      wizard.dispose();
      dispose();
    }
  });

  it('refuses to be begun twice under one name', async () => {
    window.forget();
    await vscode.commands.executeCommand('techSpec.startFeature', uri(prd));
    assert.match(window.refused.join(), /There is a feature invites-by-phases already/);
  });
});
