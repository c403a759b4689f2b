import { describe, expect, it } from 'vitest';
import { found, pick, read } from './read';

const lines = (text: string): readonly number[] => read(text).requirements.map(({ line }) => line);

describe('a column that tells the type of each row', () => {
  it.each([
    ['Type', 'Requirement', 'Test Case', 'Heading'],
    ['Object Type', 'Functional requirement', 'Information', 'Heading'],
    ['Issue Type', 'Story', 'Bug', 'Sub-task'],
    ['Work Item Type', 'Feature', 'Task', 'Bug'],
    ['Art', 'Anforderung', 'Überschrift', 'Hinweis'],
    ['Objekttyp', 'Systemanforderung', 'Information', 'Testfall'],
    ['Tipo', 'Requisito', 'Encabezado', 'Caso de prueba'],
    ['Tipo de objeto', 'Historia de usuario', 'Nota', 'Tarea'],
    ['Tipo', 'Requisito funcional', 'Título', 'Observação'],
    ["Type d'objet", 'Exigence', 'Titre', 'Commentaire'],
    ['Тип', 'Требование', 'Заголовок', 'Примечание'],
    ['Тип объекта', 'Функциональное требование', 'Информация', 'Тестовый случай'],
    ['种类', '需求', '标题', '备注'],
    ['对象类型', '功能需求', '信息', '测试用例'],
    ['オブジェクト種別', '要求', '見出し', '情報'],
    ['유형', '요구사항', '제목', '정보'],
    ['Loại', 'Yêu cầu', 'Tiêu đề', 'Ghi chú'],
  ])('"%s" leaves only those that it calls "%s"', (column, requirement, other, another) => {
    const text = `# X\n\n## Requirements\n\n| ID | ${column} | Text |\n|---|---|---|\n| SYS-001 | ${other} | 1 Doors of the car |\n| SYS-002 | ${requirement} | The door shall close within 3 s |\n| SYS-003 | ${another} | Doors are made of glass |\n| SYS-004 | ${requirement} | The door shall open by hand |\n`;
    expect(found(text)).toEqual(['8 SYS-002', '10 SYS-004']);
    expect(pick(read(text), 'SYS-002').title).toBe('The door shall close within 3 s');
  });

  it('does so where rows have no ids', () => {
    const text =
      '# X\n\n## Requirements\n\n| Type | Title | Points |\n|---|---|---|\n| Story | A guest can book a room | 3 |\n| Bug | The list flickers when it scrolls | 1 |\n| Story | A guest can cancel a room | 5 |\n';
    expect(lines(text)).toEqual([7, 9]);
  });

  it('says nothing where it never says "requirement": it may tell kinds of data, or what a feature is about', () => {
    const text =
      '# X\n\n## Requirements\n\n| ID | Type | Text |\n|---|---|---|\n| R-01 | Text | The name shall be kept |\n| R-02 | Comment | The remark shall be kept |\n';
    expect(found(text)).toEqual(['7 R-01', '8 R-02']);
  });

  it('says nothing of a kind that is not known', () => {
    const text =
      '# X\n\n## Requirements\n\n| ID | Type | Text |\n|---|---|---|\n| R-01 | Requirement | The name shall be kept |\n| R-02 | Constraint | It shall run on Linux |\n';
    expect(found(text)).toEqual(['7 R-01', '8 R-02']);
  });
});

describe('ids in brackets in front of the titles of a table', () => {
  const table = (rows: string) =>
    `# X\n\n## Query result\n\n| Work item | Type | Title | State |\n|---|---|---|---|\n${rows}`;
  const rows =
    '| 48201 | Requirement | [RQ-ORD-01] A buyer can split one order | Active |\n| 48204 | Test Case | [TC-11] Verify [RQ-ORD-01] twice | Design |\n| 48205 | Requirement | ~~[RQ-ORD-02] Orders are paid with vouchers~~ | Removed |\n| 48207 | Requirement | [RQ-ORD-03] An approver can approve orders | New |\n';

  it('are the ids of its rows, whatever number stands in the first column', () => {
    expect(found(table(rows))).toEqual(['7 RQ-ORD-01', '10 RQ-ORD-03']);
    expect(pick(read(table(rows)), 'RQ-ORD-01').title).toBe('A buyer can split one order');
  });

  it('are repeated by the headings of the details', () => {
    const details =
      '\n## Details\n\n### [RQ-ORD-01] Split deliveries\n\nOne order, up to 20 addresses.\n\nAcceptance Criteria:\n\n1. The sum is kept\n\n### [RQ-ORD-07] Prices of the day\n\nThe history shows the prices of the day.\n';
    const source = read(table(rows) + details);
    expect(source.requirements.map(({ line, id }) => `${line} ${id}`)).toEqual([
      '7 RQ-ORD-01',
      '10 RQ-ORD-03',
      '22 RQ-ORD-07',
    ]);
    expect(pick(source, 'RQ-ORD-01').acceptance).toHaveLength(1);
  });

  it('are only cited where one row alone opens so', () => {
    const text =
      '# X\n\n## Requirements\n\n- FR-1: one thing\n- FR-2: another\n- FR-3: a third\n\n## Plan\n\n| No | Title |\n|---|---|\n| 1 | [FR-9] asks for a decision |\n| 2 | Build the list |\n| 3 | Build the form |\n';
    expect(lines(text)).toEqual([5, 6, 7]);
  });
});
