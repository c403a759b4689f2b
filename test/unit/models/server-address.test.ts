import { describe, expect, it } from 'vitest';
import { serverAddress } from '../../../src/models/server-address';

const azure = 'https://team.openai.azure.com';
const version = { 'api-version': '2024-10-21' };

describe('the address of a server', () => {
  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1', {}, 'authorization'],
    ['http://127.0.0.1:11434/v1/', 'http://127.0.0.1:11434/v1', {}, 'authorization'],
    ['https://llm.example/v1?team=a', 'https://llm.example/v1', { team: 'a' }, 'authorization'],
    ['https://openrouter.ai/api/v1/chat/completions', 'https://openrouter.ai/api/v1', {}, 'authorization'],
    [`${azure}/`, `${azure}/openai/deployments/gpt%205`, version, 'api-key'],
    [`${azure}/openai/v1`, `${azure}/openai/v1`, {}, 'api-key'],
    [`${azure}/openai/deployments/d`, `${azure}/openai/deployments/d`, version, 'api-key'],
    [
      `${azure}/openai/deployments/d/chat/completions?api-version=2025-01-01-preview`,
      `${azure}/openai/deployments/d`,
      { 'api-version': '2025-01-01-preview' },
      'api-key',
    ],
    ['https://x.services.ai.azure.com/openai/v1', 'https://x.services.ai.azure.com/openai/v1', {}, 'api-key'],
    [
      'https://gateway.example/openai/deployments/d',
      'https://gateway.example/openai/deployments/d',
      version,
      'api-key',
    ],
  ])('%s is asked at %s', (entered, baseUrl, query, keyHeader) => {
    expect(serverAddress(entered, 'gpt 5')).toMatchObject({ baseUrl, query, keyHeader });
  });

  it("of Azure's models lies beside the deployments", () => {
    for (const entered of [azure, `${azure}/openai/deployments/d`])
      expect(serverAddress(entered, null)).toMatchObject({ baseUrl: `${azure}/openai`, query: version });
  });

  it('is not taken for Azure because a name resembles it', () => {
    expect(serverAddress('https://openai.azure.com.evil.example/v1', 'm').keyHeader).toBe('authorization');
  });
});
