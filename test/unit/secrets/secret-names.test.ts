import { describe, expect, it } from 'vitest';
import { hasSecretName } from '../../../src/core/secrets/secret-names';

describe('files that hold secrets', () => {
  it.each([
    '.env',
    'web/.env.production',
    'certs/server.pem',
    '.ssh/id_rsa',
    'deploy/prod.env',
    '.npmrc',
    'Secrets.yaml',
    'infra/terraform.tfstate',
    'infra/prod.tfvars',
  ])('are told by the name %s', (path) => expect(hasSecretName(path)).toBe(true));

  it.each([
    '.env.example',
    'docs/environment.md',
    'infra/dev.example.tfvars',
    'docs/secrets.md',
    'research/keys.md',
    'secrets-rotation.md',
    'monkey.ts',
  ])('are not told by the name %s', (path) => expect(hasSecretName(path)).toBe(false));
});
