import { describe, expect, it } from 'vitest';
import { found, pick, read } from './read';

const left = (text: string): readonly number[] => read(text).outOfScope.map(({ line }) => line);

describe('ids of a family that the document itself defines', () => {
  const list =
    '# App\n\n## Requirements\n\n- **ENG-412** The app keeps a queue while offline\n  - ENG-413 The queue survives a restart\n  - ENG-414 The queue is sent in order\n    - blocked by ENG-377\n- **ENG-415** Photos are compressed\n- [ENG-417](https://x.example/ENG-417) The map is there without signal\n- ENG-418: the driver sees how many wait\n';

  it('need nothing behind them, nested or not', () => {
    expect(found(list)).toEqual([
      '5 ENG-412',
      '6 ENG-413',
      '7 ENG-414',
      '9 ENG-415',
      '10 ENG-417',
      '11 ENG-418',
    ]);
  });

  it('are only mentioned by a sentence that goes on in lower case', () => {
    expect(found(`${list}- ENG-412 is in review\n`)).not.toContain('12 ENG-412');
  });

  it('are no ids of their own where others open the list', () => {
    const text =
      '# X\n\n## Requirements\n\n- FR-1: one thing\n- FR-2: another\n- FR-3: a third\n  - API-2 Speaks JSON to it\n';
    expect(found(text)).toEqual(['5 FR-1', '6 FR-2', '7 FR-3']);
  });
});

describe('ids below a heading that speaks of people, or in an annex', () => {
  const rules =
    '# X\n\n## Visits\n\n- REQ-VT-001: a visit shall be planned\n- REQ-VT-002: a visit shall be signed\n';

  it('define what nobody else does where the statement obliges', () => {
    const text = `${rules}\n## Roles\n\n1. REQ-VT-020: a monitor shall be able to read\n2. REQ-VT-021: unblinding shall need two people\n3. see REQ-CORE-010 for log-in\n`;
    expect(found(text)).toEqual(['5 REQ-VT-001', '6 REQ-VT-002', '10 REQ-VT-020', '11 REQ-VT-021']);
  });

  it('are those of another module where their family is another', () => {
    const text = `${rules}\n## Roles\n\n- REQ-LAB-004: the lab shall keep its samples\n`;
    expect(found(text)).toHaveLength(2);
  });

  it('are cited where they only say when or by whom', () => {
    const text = `${rules}\n## Schedule\n\n- REQ-VT-030: week 14 to 18\n- REQ-VT-032: it must be there by May\n\n## Comments\n\n- REQ-VT-001: it should be two visits\n- REQ-VT-031: should it be signed twice?\n`;
    expect(found(text)).toHaveLength(2);
  });

  it('stand in front of a dot in bold, letters of parts and numbers in them', () => {
    const text =
      '# RGPD\n\n## Principios (art. 5)\n\n**RGPD-ART5-01.** El sistema debe pedir solo los datos necesarios.\n\n*Criterios de aceptación:*\n- CA-ART5-01-a: sin profesión\n\n**RGPD-ART5-02.** El sistema debe borrar las citas a los cinco años.\n\n## Consentimiento\n\n**RGPD-ART7-01** — El paciente debe poder retirarlo.\n\n**RGPD-ART7-03** — Debe guardarse con fecha.\n\n## Anexo A\n\n**RGPD-ANX-01.** El sistema debe exigir el consentimiento del tutor.\n\n## Evidencias\n\n| Requisito | Evidencia |\n|---|---|\n| RGPD-ART5-01 | captura.png |\n';
    expect(found(text)).toEqual([
      '5 RGPD-ART5-01',
      '10 RGPD-ART5-02',
      '14 RGPD-ART7-01',
      '16 RGPD-ART7-03',
      '20 RGPD-ANX-01',
    ]);
    expect(pick(read(text), 'RGPD-ART5-01').acceptance).toHaveLength(1);
  });
});

describe('a requirement that is gone', () => {
  const text = (below: string) =>
    `# X\n\n## Requirements\n\n### Requirement 3: Tell the host\n\nIt tells.\n\n### ~~Requirement 4: Faces~~\n\nDropped.\n\n${below}`;

  it('does not take with it the next of its kind, however many signs stand in front of that', () => {
    const source = text(
      '#### Requirement 5: Call the desk\n\nIt calls.\n\n##### Acceptance Criteria\n\n1. WHEN it is pressed THEN it SHALL ring\n\n### Requirement 6: Languages\n\nSix.\n',
    );
    expect(found(source)).toEqual(['5 Requirement 3', '13 Requirement 5', '21 Requirement 6']);
  });

  it('takes with it what it is made of', () => {
    expect(found(text('#### Requirement 4.1: The camera\n\nIt looks.\n'))).toEqual(['5 Requirement 3']);
    expect(found(text('#### FR-9: The camera\n\nIt looks.\n'))).toEqual(['5 Requirement 3']);
  });
});

describe('ids that are left out', () => {
  it.each(['Fora do âmbito', 'Fora de âmbito', 'Ficam fora do âmbito', 'Fuera del ámbito'])(
    'stand below "%s" in the same table as those that are not',
    (title) => {
      const table = (rows: string) => `| ID | Descrição |\n|---|---|\n${rows}`;
      const text = `# X\n\n## Requisitos funcionais\n\n${table('| RF001 | Registar leitores |\n| RF002 | Emprestar livros |\n')}\n## ${title}\n\n${table('| RF090 | Aplicação móvel |\n')}`;
      expect(found(text)).toEqual(['7 RF001', '8 RF002']);
      expect(left(text)).toEqual([14]);
    },
  );
});
