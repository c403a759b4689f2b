import { describe, expect, it } from 'vitest';
import { found, read } from './read';

const left = (text: string): readonly number[] => read(text).outOfScope.map(({ line }) => line);

const brief = [
  'DISPATCH BOARD - BRIEF',
  '',
  'Hi all, here it is again. F1 to',
  'F4 are what we talked about.',
  '',
  'GOALS',
  '',
  '  G1  A dispatcher handles 30 vehicles alone',
  '  G2  No vehicle waits more than 4 minutes',
  '',
  'NON-GOALS',
  '',
  '  N1  Route planning',
  '  N2  Payroll',
  '',
  'FEATURES',
  '',
  '  F1  Live board: all vehicles with state, P0',
  '      F1.1  the board refreshes every 5 seconds',
  '      F1.2  vehicles without signal turn grey',
  '',
  '  F2  Drag and drop of a job onto a vehicle',
  '',
  '  F3  Keyboard control. F2 opens the search, F5 must not reload,',
  '      because half of them press it by habit.',
  '',
  '  F5  [CANCELLED] Weather',
  '',
  'METRICS',
  '',
  '  M-1  Median time below 50 s',
  '  M-2  Fewer than 2 returned jobs',
  '',
  'RISKS',
  '',
  '  R1  The feed drops in the harbour',
  '  R2  F1.1 annoys drivers',
  '',
  'OPEN QUESTIONS',
  '',
  '  Q1  Who pays?',
  '  Q2  Does F1.2 apply to tugs?',
  '',
  'SCHEDULE',
  '',
  '  F1   week 14 to 18',
  '  F2   week 16 to 20',
  '',
].join('\n');

describe('a brief in plain text whose ids stand in front of two spaces', () => {
  it('defines by them what its chapters ask for, nested ones too', () => {
    expect(found(brief)).toEqual([
      '8 G1',
      '9 G2',
      '18 F1',
      '19 F1.1',
      '20 F1.2',
      '22 F2',
      '24 F3',
      '31 M-1',
      '32 M-2',
    ]);
    expect(left(brief)).toEqual([13, 14]);
  });

  it('keeps lines that go on', () => {
    const third = read(brief).requirements.find(({ id }) => id === 'F3');
    expect(third?.text).toContain('press it by habit');
  });
});

describe('chapters of a specification in plain text', () => {
  const chapter = (more: string) =>
    `PUMP SRS\n\n1  INTRODUCTION\n\n1.1  Purpose\n\n  It states what the pump does.\n\n1.4  Not in this release\n\n  [SRS.NET.900]  Remote programming. Deferred to\n                 release 2.\n  [SRS.UI.900]   Right-to-left languages.\n\n3  SPECIFIC REQUIREMENTS\n\n3.1  Dose delivery\n\n  [SRS.DOSE.010]  The software shall deliver the rate.\n\n  [SRS.DOSE.020]  The software shall reject a rate above the\n                  limit.\n\n3.2  Alarms\n\n  [SRS.ALM.010]  The core shall cut the power.\n\n${more}`;
  const wanted = ['19 SRS.DOSE.010', '21 SRS.DOSE.020', '26 SRS.ALM.010'];

  it('leave out what one of them says is not in this release', () => {
    expect(found(chapter(''))).toEqual(wanted);
    expect(left(chapter(''))).toEqual([11, 13]);
  });

  it('are found though a cross reference repeats every id', () => {
    const text = chapter(
      'APPENDIX A  VERIFICATION CROSS REFERENCE\n\n  Requirement       Method      Evidence\n  [SRS.DOSE.010]    Test        TC-010, TR-044\n  [SRS.DOSE.020]    Test        TC-020\n  [SRS.ALM.010]     Test        TC-030\n\nAPPENDIX B  REGULATORY CONSTRAINTS (normative)\n\n  [SRS.REG.010]  The software shall show its version.\n',
    );
    expect(found(text)).toEqual([...wanted, '37 SRS.REG.010']);
    expect(left(text)).toEqual([11, 13]);
  });
});
