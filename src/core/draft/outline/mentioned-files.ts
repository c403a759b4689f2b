/**
 * Finds files of the workspace that a text names, by whole path or by a file name that only one file has. Documents
 * and the source itself are no places to build in, so they never count.
 *
 * @param files paths relative to the root
 */
export function mentionedFiles(
  files: readonly string[],
  sourcePath: string,
): (text: string) => readonly string[] {
  const byEnd = new Map<string, string | null>();
  for (const file of files) {
    if (file === sourcePath || /\.(?:md|mdc|markdown|txt|rst|adoc)$/i.test(file)) continue;
    byEnd.set(file, file);
    const name = file.split('/').at(-1) ?? file;
    if (name !== file) byEnd.set(name, byEnd.has(name) ? null : file);
  }
  return (text) => {
    const named =
      text.match(/(?<![\p{L}\p{N}_.@-]\/?)[\p{L}\p{N}_.@-]+(?:\/[\p{L}\p{N}_.@-]+)*\.[\p{L}\p{N}]+/gu) ?? [];
    return [...new Set(named.flatMap((path) => byEnd.get(path.replace(/^\.\//, '')) ?? []))].sort();
  };
}
