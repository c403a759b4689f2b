import { describe, expect, it } from 'vitest';
import { listing, underlined } from './builders';
import { block, checkCode } from './code';

async function found(language: string, code: string): Promise<readonly string[]> {
  return listing(await checkCode(block(language, code)), 'no-any');
}

describe('no-any', () => {
  it.each([
    [
      'ts',
      'interface A {\n  detail: Record<string, string>;\n  company: Company;\n  any: string;\n  x: unknown;\n  y: "any" | "all";\n}',
    ],
    ['go', 'type A struct {\n\tAny string `json:"any"`\n}\n\nfunc log(args ...any) {}'],
    ['go', 'type A struct {\n\tInternal any\n}'],
    ['python', 'class A(BaseModel):\n    any: str'],
    [
      'ts',
      'interface Port {\n  find(any: string, what: "any"): Promise<Row[]>;\n  rest(...all: unknown[]): void;\n}',
    ],
    [
      'ts',
      'class Client {\n  constructor(private readonly inner: any) {}\n  get(): any {\n    return this.inner;\n  }\n}',
    ],
  ])('says nothing about %s %j', async (language, code) => {
    expect(await found(language, code)).toEqual([]);
  });

  it.each([
    ['ts', 'interface A {\n  detail: any;\n}', 'A.detail is "any"'],
    ['ts', 'type A = {\n  detail: Record<string, any>;\n};', 'A.detail is "any"'],
    ['ts', 'type Payload = any;', 'Payload is "any"'],
    [
      'go',
      'type A struct {\n\tDetail map[string]interface{} `json:"detail"`\n}',
      'A.detail is "interface{}"',
    ],
    ['go', 'type A struct {\n\tDetail any `json:"detail"`\n}', 'A.detail is "any"'],
    ['python', 'class A(BaseModel):\n    detail: Dict[str, Any]', 'A.detail is "Any"'],
    ['ts', 'interface Port {\n  find(id: string): Promise<any>;\n}', 'Port.find is "any"'],
    ['ts', 'interface Port {\n  save(rows: Array<any>): void;\n}', 'Port.save is "any"'],
    ['ts', 'type Port = {\n  all(): Map<string, any>;\n};', 'all is "any"'],
    ['ts', 'declare class Port {\n  one(id: string): any;\n}', 'Port.one is "any"'],
    ['java', 'record A(Object detail) {}', 'A.detail is "Object"'],
  ])('finds it in %s %j', async (language, code, message) => {
    expect(await found(language, code)).toEqual([expect.stringContaining(message)]);
  });

  it('underlines the type', async () => {
    const text = block('ts', 'interface A {\n  detail: Record<string, any>;\n}');
    const report = await checkCode(text);
    const [finding] = report.findings.filter(({ check }) => check === 'no-any');
    expect(finding === undefined ? '' : underlined(text, finding)).toBe('any');
  });
});
