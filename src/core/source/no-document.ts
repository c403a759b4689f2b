/** Code, and data that programs read: what stands there says nothing to a person of what is to be built. */
const ofPrograms =
  /\.(?:json[c5]?|lock|toml|ini|[cm]?[jt]sx?|pyi?|go|mod|rs|java|kts?|scala|cs|vb|rb|php|exs?|swift|dart|lua|c|cc|cpp|h|hpp|sql|proto|graphql|gql|css|s[ac]ss|less|vue|svelte|astro|sh|bash|zsh|ps1|bat|tf|map)$/iu;

/** Whether the name of a file says that it is code or data rather than a document. */
export function isNoDocument(path: string): boolean {
  return ofPrograms.test(path);
}
