import type { Site } from '../requirements/definition';
import type { Section } from '../document/document-model';
import { storiesIn } from '../sections/stories';

/** Fewest keys that an index and headings share, and headings that tell what is wanted, by which keys are the document's own. */
const fewest = { shared: 2, telling: 3 };

/**
 * Letters of tracker keys (`CARD-112`) that the document itself defines requirements by, as the export of a tracker does:
 * its headings repeat the keys of an index, or stand above a story or criteria each. Keys that are only listed are cited.
 */
export function ownKeys(sites: readonly Site[]): ReadonlySet<string> {
  const unknown = sites.filter(({ id, section }) => id.standing === 'unknown' && section.role !== 'measure');
  const own = new Set<string>();
  for (const prefix of new Set(unknown.map(({ id }) => id.prefix))) {
    const series = unknown.filter(({ id }) => id.prefix === prefix);
    const heads = series.filter(({ place }) => place === 'heading');
    const rows = new Set(series.flatMap(({ place, id }) => (place === 'row' ? [id.id] : [])));
    const headed = new Set(heads.map(({ id }) => id.id));
    const shared = [...headed].filter((id) => rows.has(id)).length;
    const telling = heads.filter(({ section }) => tellsWhatIsWanted(section)).length;
    const isIndexed = shared >= fewest.shared && shared * 2 > headed.size;
    if (isIndexed || (telling >= fewest.telling && telling * 2 > heads.length)) own.add(prefix);
  }
  return own;
}

/** Whether a story or criteria stand below a heading. */
function tellsWhatIsWanted(section: Section): boolean {
  return (
    storiesIn(section).length > 0 || section.sections.some((child) => child.match?.role === 'acceptance')
  );
}
