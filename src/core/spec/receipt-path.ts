/** Path of the receipt that lies beside a spec: `x.receipt.json` for `x.md`; an ending other than Markdown's stays. */
export function receiptPath(specPath: string): string {
  return `${specPath.replace(/\.(?:md|markdown)$/i, '')}.receipt.json`;
}
