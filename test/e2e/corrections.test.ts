import { writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { shootInEveryTheme } from '../harness/screenshots';
import { launch, type VsCode } from '../harness/vs-code';
import { ExampleWindow, patience } from './example-window';
import { WizardByKeyboard } from './wizard-by-keyboard';

const statements = [
  'Members search the archive by keyword',
  'Members search the archive by year',
  'Librarians print labels for returned books',
  'Overdue fines are collected once a month',
];
const prd = (items: readonly string[]): string =>
  ['# Library', '', '## Features', '', ...items.map((item) => `- ${item}`), ''].join('\n');

/** What a receipt says of the requirements. */
interface Recorded {
  readonly source: {
    readonly requirements: readonly { readonly id: string; readonly title: string }[];
    readonly ids: { readonly known: readonly { readonly id: string }[] };
  };
}

describe('corrections to what was found in a document', () => {
  let vsCode: VsCode;
  let example: ExampleWindow;
  let wizard: WizardByKeyboard;

  beforeAll(async () => {
    vsCode = await launch({ settings: { 'techSpec.model.provider': 'outline' } });
    example = new ExampleWindow(vsCode);
    wizard = new WizardByKeyboard(vsCode);
  });
  afterAll(() => vsCode?.close());
  afterEach(() => example.tidy());

  const ids = (): Promise<readonly string[]> =>
    wizard.frame
      .locator('.requirement-table tbody .id-cell')
      .evaluateAll((cells) => cells.map((cell) => /[A-Z]+-\d+/.exec(cell.textContent)?.[0] ?? ''));

  it('made by keyboard alone reach the spec, and hold after the next edit of the document', async () => {
    writeFileSync(example.path('prds/library.md'), prd(statements));
    await example.create('prds/library.md');
    await wizard.at('Source');
    await wizard.frame.getByText('R-004').first().waitFor();

    // Two that say one thing: Space selects, the arrow goes on to the next row.
    await wizard.tabTo('Select R-001');
    await wizard.page.keyboard.press('Space');
    await wizard.page.keyboard.press('ArrowDown');
    await wizard.page.keyboard.press('Space');
    await wizard.press('Merge Selected (2)');
    await expect.poll(ids, patience).toEqual(['R-001', 'R-003', 'R-004']);
    expect(await wizard.focused()).toBe('Correct R-001');

    // One that is none: its editor, down to the button.
    await wizard.page.keyboard.press('ArrowDown');
    expect(await wizard.focused()).toBe('Correct R-003');
    await wizard.page.keyboard.press('Enter');
    await shootInEveryTheme(vsCode, 'corrections-editor', 'editor');
    await wizard.tabTo('Reason');
    await wizard.page.keyboard.type('bought from a vendor');
    await wizard.press('Leave Out');
    await expect.poll(ids, patience).toEqual(['R-001', 'R-004']);
    expect(await wizard.focused()).toBe('Correct R-004');

    await wizard.press('Add Requirement');
    await wizard.page.keyboard.type('Guests read newspapers in the lobby');
    await wizard.page.keyboard.press('Enter');
    await expect.poll(ids, patience).toEqual(['R-001', 'R-004', 'R-005']);
    await wizard.page.keyboard.press('Escape');
    expect(await wizard.focused()).toBe('Add Requirement');
    await expect.poll(() => example.exists('tech-specs/library.corrections.json'), patience).toBe(true);

    await wizard.press('Next');
    await wizard.at('Context');
    await wizard.frame.getByText('AGENTS.md').first().waitFor();
    await wizard.press('Next');
    await wizard.at('Template');
    await wizard.tabTo(/specification/i);
    await wizard.arrowTo(/^Agent-ready/);
    await wizard.press('Next');
    await wizard.at('Questions');
    await wizard.press('Defer the rest');
    await wizard.press('Next');
    await wizard.at('Generate');
    await wizard.generate(/^Outline/);
    await example.written('tech-specs/library.md');
    await wizard.frame.getByText('3 of 3 requirements covered').first().waitFor();
    const receipt = JSON.parse(example.read('tech-specs/library.receipt.json')) as Recorded;
    expect(receipt.source.requirements.map(({ id }) => id)).toEqual(['R-001', 'R-004', 'R-005']);
    const spec = example.read('tech-specs/library.md');
    expect(spec).toContain('Guests read newspapers in the lobby');
    expect(spec).toContain('bought from a vendor');
    await example.tidy();

    // Somebody goes on with the document; the wizard is opened again.
    const edited = [
      'Study rooms are booked for two hours',
      statements[3],
      'Members search the archive by any keyword',
      ...statements.slice(1, 3),
    ];
    writeFileSync(example.path('prds/library.md'), prd(edited.filter((item) => item !== undefined)));
    await example.create('prds/library.md');
    await wizard.frame.getByText('Study rooms').first().waitFor();
    expect(await ids()).toEqual(['R-006', 'R-004', 'R-001', 'R-005']);
    await shootInEveryTheme(vsCode, 'corrections-again', 'editor');

    await wizard.tabTo('Undo: R-003 put out of scope (bought from a vendor)');
    await wizard.page.keyboard.press('Enter');
    await expect.poll(ids, patience).toEqual(['R-006', 'R-004', 'R-001', 'R-003', 'R-005']);
    expect(await wizard.focused()).toMatch(/^Undo: R-005 added/);
    await wizard.press('Reset All');
    await expect.poll(ids, patience).toEqual(['R-006', 'R-004', 'R-001', 'R-002', 'R-003']);
    expect(await wizard.focused()).toBe('Add Requirement');
  });

  it('are quick to make among a hundred requirements', async () => {
    const many = Array.from(
      { length: 100 },
      (_, index) => `Report number ${index + 1} lists the columns of area ${index + 201}`,
    );
    writeFileSync(example.path('prds/reports.md'), prd(many));
    await example.create('prds/reports.md');
    await wizard.at('Source');
    await wizard.frame.getByText('R-100').first().waitFor();
    await wizard.tabTo('Filter requirements');
    await wizard.page.keyboard.type('number 100');
    await expect.poll(ids, patience).toEqual(['R-100']);
    await wizard.tabTo('Correct R-100');
    await wizard.page.keyboard.press('Enter');
    await wizard.press('Leave Out');
    await expect.poll(ids, patience).toEqual([]);
    expect(await wizard.focused()).toBe('Add Requirement');
    // However long the table, Next is not far.
    await wizard.press('Next');
    await wizard.at('Context');
  });
});
