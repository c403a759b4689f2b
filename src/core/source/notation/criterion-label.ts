/**
 * How a spec cites one acceptance criterion: `US-001/AC-2` for the second of US-001, whatever the source calls it.
 * The slash keeps it apart from child requirements such as `FR-1.2`.
 *
 * @param requirementId id as in `Requirement.id`
 * @param index position among the requirement's criteria, from 0
 */
export function criterionLabel(requirementId: string, index: number): string {
  return `${requirementId}/AC-${index + 1}`;
}

/** Letters before a criterion's number as authors write them, in whatever language: the pattern of a group. */
export const criterionLetters = '(?:AC|CA|AK|АК|КП)';

const otherLetters = /\/(?:AC|CA|AK|АК|КП)-0*(?=\d)/giu;

/** A citation in the words of the source (`R1.2/CA-1`, `US-1/AK-2`) as the label that it stands for. */
export function plainCriterionLabel(text: string): string {
  return text.includes('/') ? text.replace(otherLetters, '/AC-') : text;
}
