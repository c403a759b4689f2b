const testFile =
  /(?:^|\/)(?:tests?|__tests__|spec|e2e)\/|[._-](?:test|spec|itest)\.\w+$|(?:^|\/)test_[^/]*\.py$|_test\.\w+$|Tests?\.\w+$/;

/** Whether a path is that of a test by the conventions of common frameworks. Tests call endpoints, they serve none. */
export function isTestFile(path: string): boolean {
  return testFile.test(path);
}
