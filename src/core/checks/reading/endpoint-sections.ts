import { oncePer, rememberTexts } from '../../text/remembered';
import type { SpecDocument, SpecSection } from '../../spec/spec-document';
import { isWithin } from '../../spec/place';

const endpoint = /^`?(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)`?\s+`?(?:https?:\/)?\//u;

/** Whether a text begins with method and path. */
export function isEndpoint(text: string): boolean {
  return endpoint.test(text);
}

const isEndpointHeading = rememberTexts(isEndpoint);

const allEndpoints = oncePer(({ sections }: SpecDocument): readonly SpecSection[] =>
  sections.filter(({ name, heading }) => isEndpointHeading(name) || isEndpointHeading(heading)),
);

/** Sections that are headed by method and path, within another or anywhere. */
export function endpointSections(spec: SpecDocument, holder: SpecSection | null): readonly SpecSection[] {
  const all = allEndpoints(spec);
  return holder === null ? all : all.filter(({ index }) => isWithin(spec, index, holder));
}
