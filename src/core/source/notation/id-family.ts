/** Letters in front of the last numbers of an id: `FR-` of `FR-6.5.1`, `Requirement ` of `Requirement 3`. */
export function familyOf(id: string): string {
  return id.replace(/\d{1,5}(?:[.-]\d{1,5})*[a-z]?$/u, '');
}

/** Ids compared without case and leading zeros: `us-1` is `US-001`. */
export function idKey(id: string): string {
  return id
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .replace(/(?<!\d)0+(?=\d)/gu, '');
}
