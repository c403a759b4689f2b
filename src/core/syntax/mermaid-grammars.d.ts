/** Made by `scripts/mermaid-grammars.mjs` from the installed Mermaid; bundler and test runner know where it lies. */
declare module 'mermaid-grammars' {
  export interface MermaidParser {
    /** What the grammar's actions call. */
    yy: Record<string, unknown>;
    /** @throws with a `hash` that says where, where the text does not parse */
    parse(text: string): unknown;
  }

  export const grammars: Readonly<
    Record<string, { readonly parser: MermaidParser; readonly calls: readonly string[] }>
  >;
}
