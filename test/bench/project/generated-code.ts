/** Code of one of five languages, as long as files of code usually are. */
export function codeOf(number: number): { readonly name: string; readonly text: string } {
  const made = makers[number % makers.length];
  if (made === undefined) throw new Error('There is no language.');
  return { name: made.name(number), text: made.text(number) };
}

const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const makers: readonly {
  readonly name: (number: number) => string;
  readonly text: (number: number) => string;
}[] = [
  {
    name: (number) => `handler_${number}.go`,
    text: (number) =>
      [
        'package part',
        '',
        `// Handler${number} serves one thing; "quotes" and /* marks */ are part of it.`,
        `type Handler${number} struct {`,
        many(8, (index) => `\tField${index} string \`json:"field_${index}"\``),
        '}',
        '',
        many(
          6,
          (index) => `func (h *Handler${number}) Do${index}(ctx context.Context) error {\n\treturn nil\n}\n`,
        ),
        `func Routes(r chi.Router) {\n\tr.Get("/things/${number}/{id}", nil)\n}`,
      ].join('\n'),
  },
  {
    name: (number) => `panel-${number}.ts`,
    text: (number) =>
      [
        `export interface Props${number} {`,
        many(8, (index) => `  readonly field${index}: string;`),
        '}',
        `export class Panel${number} {`,
        many(
          6,
          (index) => `  method${index}(value: string): string {\n    return \`\${value} { ${index}\`;\n  }\n`,
        ),
        '}',
        many(
          6,
          (index) => `export const value${index} = (): number => ${index};\nfunction inner${index}() {}`,
        ),
      ].join('\n'),
  },
  {
    name: (number) => `service_${number}.py`,
    text: (number) =>
      [
        `class Service${number}:`,
        '    """Serves one thing.\n\n    class NotOne:\n    """',
        many(8, (index) => `    def method_${index}(self, value):\n        return value + ${index}\n`),
        many(6, (index) => `def function_${index}():\n    pass\n`),
      ].join('\n'),
  },
  {
    name: (number) => `Thing${number}.java`,
    text: (number) =>
      [
        `public class Thing${number} {`,
        many(8, (index) => `  private final String field${index} = "{";`),
        many(8, (index) => `  public String get${index}() {\n    return field${index};\n  }\n`),
        '}',
      ].join('\n'),
  },
  {
    name: (number) => `${String(number).padStart(8, '0')}_things.sql`,
    text: (number) =>
      `CREATE TABLE things_${number} (\n  id BIGINT PRIMARY KEY,\n${many(10, (index) => `  field_${index} TEXT NOT NULL,`)}\n  created_at TIMESTAMPTZ NOT NULL\n);\n`,
  },
];
