import { fileName } from '../text/path';

/** File names that promise a secret; matched without case. */
const secretNames: readonly RegExp[] = [
  /^\.env(\..*)?$/,
  /^.*\.env$/,
  /^\.(npmrc|pypirc|netrc|pgpass|htpasswd|dockercfg|git-credentials|envrc|s3cfg|boto|vault-token|my\.cnf)$/,
  /^.*\.(pem|key|p8|p12|pfx|jks|keystore|ppk|kdbx|asc|gpg|ovpn|mobileprovision|tfstate|tfvars|agekey)$/,
  /^.*\.tfstate\.backup$/,
  /^id_(rsa|dsa|ecdsa|ed25519)(_sk)?$/,
  /^(credentials|secrets?)(\.(json|ya?ml|toml|ini|txt|xml))?$/,
  /^service[-_]?account.*\.json$/,
  /^(_?netrc|kubeconfig|htpasswd|wp-config\.php|master\.key|client_secret.*\.json)$/,
];

/** Names that look secret and are made to be shared. */
const sharedNames = /^\.env\.(example|sample|template|dist|defaults)$|^.*\.(example|sample)\.tfvars$/;

/** Whether the file's name alone says that it holds a secret, such as `.env` or `id_rsa`. */
export function hasSecretName(path: string): boolean {
  const name = fileName(path).toLowerCase();
  return !sharedNames.test(name) && secretNames.some((pattern) => pattern.test(name));
}
