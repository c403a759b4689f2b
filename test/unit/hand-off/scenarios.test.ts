import { describe, expect, it } from 'vitest';
import type { HandOffRequirement } from '../../../src/core/export/hand-off';
import { scenarioGaps, scenariosOf, type Scenario } from '../../../src/core/export/scenarios';
import { handOffOfText } from './checked-example';
import { secondsHere } from '../../harness/pace';

function requirement(criteria: readonly string[], text = 'Doors open.'): HandOffRequirement {
  return {
    ...{ id: 'US-001', kind: 'story', title: 'Doors', text, priority: null, state: 'covered', reason: null },
    ...{ coveredBy: [], stated: null },
    criteria: criteria.map((said, index) => ({ label: `US-001/AC-${index + 1}`, text: said })),
  };
}

const parts = ({ given, when, then }: Scenario): readonly (readonly string[])[] => [given, when, then];
const split = (...criteria: readonly string[]): readonly (readonly (readonly string[])[])[] =>
  scenariosOf(requirement(criteria)).map(parts);
const single = (text: string): readonly (readonly string[])[] | undefined => split(text)[0];

describe('scenarios of a requirement', () => {
  it('take steps that are written as criteria of their own together as one', () => {
    const made = scenariosOf(
      requirement([
        'Given a valid code',
        'When it is typed in',
        'Then the door opens',
        'And the light turns green',
        'The door is heard.',
        'Given a wrong code',
        'When it is typed in',
        'Then nothing happens',
      ]),
    );
    expect(made.map(parts)).toEqual([
      [['a valid code'], ['it is typed in'], ['the door opens', 'the light turns green']],
      [[], [], ['The door is heard.']],
      [['a wrong code'], ['it is typed in'], ['nothing happens']],
    ]);
    expect(made.map(({ labels }) => labels.length)).toEqual([4, 1, 3]);
  });

  it('read a named scenario line by line and keep its name', () => {
    const [made] = scenariosOf(
      requirement([
        'Scenario: Closing\nGiven an open door\nWhen the visitor leaves\nThen it closes\nBut it is not locked',
      ]),
    );
    expect(made).toMatchObject({
      ...{ name: 'Closing', given: ['an open door'], when: ['the visitor leaves'] },
      then: ['it closes', 'it is not locked'],
    });
  });

  it('read steps on one line, in every language that specs are written in', () => {
    expect(single('Given a code, when it is typed in, then the door opens.')).toEqual([
      ['a code'],
      ['it is typed in'],
      ['the door opens.'],
    ]);
    expect(single('Given a code, when it is typed in, the door opens.')).toEqual([
      ['a code'],
      ['it is typed in'],
      ['the door opens.'],
    ]);
    expect(single('Dado un código, cuando se teclea, entonces la puerta se abre.')).toEqual([
      ['un código'],
      ['se teclea'],
      ['la puerta se abre.'],
    ]);
    expect(single('Quando o código é digitado, a porta abre.')).toEqual([
      [],
      ['o código é digitado'],
      ['a porta abre.'],
    ]);
    expect(single('Lorsque le code est saisi, la porte s’ouvre.')?.[1]).toEqual(['le code est saisi']);
    expect(single('Wenn der Code stimmt, öffnet sich die Tür.')?.[1]).toEqual(['der Code stimmt']);
    expect(single('当密码正确时，门打开。')).toEqual([[], ['密码正确时'], ['门打开。']]);
    expect(single('コードが正しい場合、ドアが開く。')).toEqual([
      [],
      ['コードが正しい場合'],
      ['ドアが開く。'],
    ]);
  });

  it.each([
    [
      'While the door is open, when a bell rings, the system shall turn the light red.',
      [['the door is open'], ['a bell rings'], ['the system shall turn the light red.']],
    ],
    [
      'While the door is open, when a bell rings, then the light turns red.',
      [['the door is open'], ['a bell rings'], ['the light turns red.']],
    ],
    [
      'Where a camera is fitted, while the door is open, when a bell rings, a picture is taken.',
      [['a camera is fitted', 'the door is open'], ['a bell rings'], ['a picture is taken.']],
    ],
    [
      'When a bell rings, if nobody is at home, a message is sent, and the light turns red.',
      [[], ['a bell rings', 'nobody is at home'], ['a message is sent, and the light turns red.']],
    ],
    [
      'Mientras la puerta está abierta, cuando suena el timbre, la luz se enciende.',
      [['la puerta está abierta'], ['suena el timbre'], ['la luz se enciende.']],
    ],
    [
      'Solange die Tür offen ist, wenn es klingelt, leuchtet die Lampe.',
      [['solange die Tür offen ist'], ['es klingelt'], ['leuchtet die Lampe.']],
    ],
    ['如果门已打开，当门铃响起时，灯变红。', [[], ['如果门已打开', '门铃响起时'], ['灯变红。']]],
  ])('keep each of several conditions: %s', (text, made) => {
    expect(single(text)).toEqual(made);
  });

  it('leave a condition in the result that only part of it depends on', () => {
    for (const result of [
      'if it is valid, it is kept, else an error is shown.',
      'if possible, the light turns red.',
    ])
      expect(single(`When the code is sent, ${result}`)).toEqual([[], ['the code is sent'], [result]]);
  });

  it('do not take hours for a condition', () => {
    const text = '链接的有效期为24小时，到期后不能再用。';
    expect(single(text)).toEqual([[], [], [text]]);
    expect(single('网络中断时，终端应离线工作4小时，恢复后补传。')).toEqual([
      [],
      ['网络中断时'],
      ['终端应离线工作4小时，恢复后补传。'],
    ]);
  });

  it('do not cut a condition that lists things at its first comma', () => {
    expect(single('When the name, the address or both are missing, the form says which.')).toEqual([
      [],
      ['the name, the address or both are missing'],
      ['the form says which.'],
    ]);
    expect(single('When the link expires, the page says so, and the invite is removed.')).toEqual([
      [],
      ['the link expires'],
      ['the page says so, and the invite is removed.'],
    ]);
  });

  it('do not cut a condition that lists things with a comma before the last one', () => {
    expect(single('When name, mail, or phone is missing, the form says so.')).toEqual([
      [],
      ['name, mail, or phone is missing'],
      ['the form says so.'],
    ]);
    expect(single('When it expires, access ends, and the owner is told.')).toEqual([
      [],
      ['it expires'],
      ['access ends, and the owner is told.'],
    ]);
  });

  it('tell the "se" of Portuguese, which opens a condition, from that of Spanish, which does not', () => {
    for (const text of ['Se muestra la lista, con todos.', 'Se envía un correo, con copia al titular.'])
      expect(single(text)).toEqual([[], [], [text]]);
    expect(single('Se o código estiver errado, a porta fica fechada.')?.[1]).toEqual([
      'o código estiver errado',
    ]);
    expect(single('Se houver um erro, a lista diz qual.')?.[1]).toEqual(['houver um erro']);
    expect(single('Se não há rede, o aviso aparece.')?.[1]).toEqual(['não há rede']);
  });

  it('do not take the comma of a number for the end of a condition', () => {
    expect(single('After 1,000 parcels with 10 % timeouts, each has a label.')).toEqual([
      [],
      ['after 1,000 parcels with 10 % timeouts'],
      ['each has a label.'],
    ]);
  });

  it('find a condition that stands behind its result', () => {
    expect(single('The rule holds when two owners leave at the same moment.')).toEqual([
      [],
      ['two owners leave at the same moment'],
      ['The rule holds.'],
    ]);
    expect(single('The key is shown once, when it is made.')).toEqual([
      [],
      ['it is made'],
      ['The key is shown once.'],
    ]);
  });

  it.each([
    'The list says when each was last active.',
    'The link works only if the member is active.',
    'A member is the owner when the release is installed; everybody else is a member.',
    'The window tells from the time when it was opened.',
    'Owners give any role to anybody.',
  ])('say nothing of a condition where none is stated: %s', (text) => {
    expect(single(text)).toEqual([[], [], [text]]);
  });

  it('repeat the requirement where there is no criterion, and say that they do', () => {
    const bare = requirement([], 'When a door is blocked, it opens again.');
    expect(scenariosOf(bare)).toEqual([
      expect.objectContaining({ when: ['a door is blocked'], then: ['it opens again.'], repeats: true }),
    ]);
    expect(scenarioGaps({ requirements: [bare] })).toEqual({
      ...{ withoutCriterion: ['US-001'], withoutCondition: [], withoutText: [] },
    });
  });

  it('leave out a criterion whose text is gone, and name it', () => {
    const partly = requirement(['', 'The light is green.']);
    expect(scenariosOf(partly).map(parts)).toEqual([[[], [], ['The light is green.']]]);
    expect(scenarioGaps({ requirements: [partly] })).toEqual({
      withoutCriterion: [],
      withoutCondition: ['US-001/AC-2'],
      withoutText: ['US-001/AC-1'],
    });
  });

  it('take steps without a result for no scenario', () => {
    expect(split('Given a code', 'When it is typed in')).toEqual([
      [[], [], ['Given a code']],
      [[], [], ['When it is typed in']],
    ]);
  });

  it('do not take an open question of the spec for a criterion', async () => {
    const table = `# Tech Spec: Doors

**Status:** Draft

## Requirements

| Requirement | Statement | Acceptance Criteria | Priority |
|---|---|---|---|
| FR-001 | The door must be heard. | OQ-1 | OQ-2 |
| FR-002 | The door must be seen. | It is red. | must |

## Open Questions

- [ ] **OQ-1:** Which criteria must FR-001 meet?
- [ ] **OQ-2:** Which priority has FR-001?

## Tasks

- [ ] **T-001:** Bell
  - _Implements:_ FR-001, FR-002
`;
    const { requirements } = await handOffOfText(table);
    expect(requirements.map(({ id, priority, criteria }) => [id, priority, criteria.length])).toEqual([
      ['FR-001', null, 0],
      ['FR-002', 'must', 1],
    ]);
  });

  it('leave a text that is far too long for a sentence whole, at once', () => {
    const text = `Given ${'when a '.repeat(30_000)}end.`;
    const start = performance.now();
    expect(single(text)).toEqual([[], [], [text]]);
    expect(performance.now() - start).toBeLessThan(secondsHere(1) * 1000);
  });
});
