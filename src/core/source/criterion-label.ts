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
