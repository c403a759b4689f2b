import { describe, expect, it } from 'vitest';
import { scenariosOf } from '../../../src/core/export/scenarios';
import { earsOf, obligation } from '../../../src/core/export/statements';

describe('a requirement as an obligation', () => {
  it('is a sentence of the third person where a story tells what somebody does', () => {
    expect(obligation('As a customer, I want to open my locker with a code, so that I get my parcel.')).toBe(
      'The system SHALL let a customer open their locker with a code, so that they get their parcel.',
    );
    expect(obligation('As the owner, I can see who asked me.')).toBe(
      'The system SHALL let the owner see who asked them.',
    );
  });

  it.each([
    'As an owner, I want every member to have a role.',
    'As a city, we want bikes out of service at once.',
    'Como bibliotecaria, quiero que una reserva sin confirmar se libere.',
    '作为检验员，我想扫描样本条码完成交接。',
  ])('is the need as it is told where that is nothing that the teller does: %s', (story) => {
    expect(obligation(story)).toBe(`The system SHALL meet this need: ${story}`);
  });

  it('goes on as a sentence where the first word is no name', () => {
    expect(obligation('Each change is recorded.')).toBe(
      'The system SHALL ensure that each change is recorded.',
    );
    expect(obligation('Stripe takes the money.')).toBe(
      'The system SHALL ensure this: Stripe takes the money.',
    );
  });
});

describe('a criterion in EARS', () => {
  const ears = (text: string): string => {
    const [scenario] = scenariosOf({
      ...{ id: 'R-1', kind: 'other', title: 'T', text: 'T', priority: null, state: null, reason: null },
      ...{ criteria: [{ label: 'R-1/AC-1', text }], coveredBy: [], stated: null },
    });
    if (scenario === undefined) throw new Error(text);
    return earsOf(scenario);
  };

  it('has no invented condition where none is stated', () => {
    expect(ears('The role is shown in the list.')).toBe(
      'The system SHALL ensure that the role is shown in the list.',
    );
  });

  it('demands what its own words demand', () => {
    expect(ears('When a code is wrong, the door must stay shut.')).toBe(
      'WHEN a code is wrong THEN the door MUST stay shut.',
    );
  });
});
