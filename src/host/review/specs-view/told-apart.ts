/** What a list of specs is read by. */
interface NamedSpec {
  /** Relative to its workspace folder. */
  readonly path: string;
  readonly folder: { readonly name: string };
  readonly report: { readonly spec: { readonly title: string | null } };
}

/**
 * The names of specs in a list: their titles, and where several have one title, their files, which are cut off last where
 * there is little room. Files of one name are told apart by their paths, those of two folders of the workspace by these as well.
 */
export function namesOf<Spec extends NamedSpec>(specs: readonly Spec[]): ReadonlyMap<Spec, string> {
  const titled = new Map(specs.map((spec) => [spec, spec.report.spec.title ?? spec.path]));
  const filed = renamed(titled, (spec) => spec.path.slice(spec.path.lastIndexOf('/') + 1));
  const placed = renamed(filed, (spec) => spec.path);
  return renamed(placed, (spec) => `${spec.folder.name}/${spec.path}`);
}

/** Gives another name to each that has the name of another one. */
function renamed<Spec>(names: ReadonlyMap<Spec, string>, other: (spec: Spec) => string): Map<Spec, string> {
  const counts = new Map<string, number>();
  for (const name of names.values()) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(
    [...names].map(([spec, name]) => [spec, (counts.get(name) ?? 0) > 1 ? other(spec) : name] as const),
  );
}
