import type { SpecDocument, SpecSection } from '../spec/spec-document';
import { isWithin } from './place';

const endpoint = /^`?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)`?\s+`?(?:https?:\/)?\//u;

/** Whether a text begins with method and path. */
export function isEndpoint(text: string): boolean {
  return endpoint.test(text);
}

/** Sections that are headed by method and path, within another or anywhere. */
export function endpointSections(spec: SpecDocument, holder: SpecSection | null): readonly SpecSection[] {
  return spec.sections.filter(
    ({ name, heading, index }) =>
      (endpoint.test(name) || endpoint.test(heading)) && (holder === null || isWithin(spec, index, holder)),
  );
}
