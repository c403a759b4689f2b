/**
 * Turns a question about folders into one about files. In a sorted list neighbours mostly lie in one folder, which is
 * asked about once: the path of the folder is not even cut out.
 */
export function perFolder<Answer>(ofFolder: (folder: string) => Answer): (path: string) => Answer {
  let last: { readonly folder: string; readonly answer: Answer } | null = null;
  return (path) => {
    const length = Math.max(0, path.lastIndexOf('/'));
    if (last === null || last.folder.length !== length || !path.startsWith(last.folder)) {
      const folder = path.slice(0, length);
      last = { folder, answer: ofFolder(folder) };
    }
    return last.answer;
  };
}
