import { t } from '@vscode/l10n';

/** Kinds that name no product. */
function plainKind(kind: string): string | null {
  switch (kind) {
    case 'API key':
      return t('API key');
    case 'authorization header':
      return t('authorization header');
    case 'password':
      return t('password');
    case 'password in a connection string':
      return t('password in a connection string');
    case 'password in an address':
      return t('password in an address');
    case 'private key':
      return t('private key');
    case 'PGP private key':
      return t('PGP private key');
    case 'secret':
      return t('secret');
    case 'secret value':
      return t('secret value');
    case 'token':
      return t('token');
    case 'token (JWT)':
      return t('token (JWT)');
    default:
      return null;
  }
}

/** What kinds end in behind the name of a product, the longer ones first. */
const ofProduct: readonly (readonly [ending: string, text: (product: string) => string])[] = [
  ['access key', (product) => t('{0} access key', product)],
  ['access signature', (product) => t('{0} access signature', product)],
  ['access token', (product) => t('{0} access token', product)],
  ['API key', (product) => t('{0} API key', product)],
  ['client secret', (product) => t('{0} client secret', product)],
  ['refresh token', (product) => t('{0} refresh token', product)],
  ['registry login', (product) => t('{0} registry login', product)],
  ['secret key', (product) => t('{0} secret key', product)],
  ['storage key', (product) => t('{0} storage key', product)],
  ['webhook', (product) => t('{0} webhook', product)],
  ['webhook secret', (product) => t('{0} webhook secret', product)],
  ['key', (product) => t('{0} key', product)],
  ['password', (product) => t('{0} password', product)],
  ['token', (product) => t('{0} token', product)],
];

/**
 * The kind of a secret, such as `GitHub token`, in the language that `@vscode/l10n` was set up for. Notes in documents and
 * receipts keep the English one.
 */
export function secretKindText(kind: string): string {
  const plain = plainKind(kind);
  if (plain !== null) return plain;
  for (const [ending, text] of ofProduct)
    if (kind.endsWith(` ${ending}`)) return text(kind.slice(0, -ending.length - 1));
  return kind;
}
