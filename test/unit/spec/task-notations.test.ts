import { describe, expect, it } from 'vitest';
import { parseSpec } from '../../../src/core/spec/parse-spec';
import { taskField } from '../../../src/core/spec/task-field';

const ids = (text: string): readonly string[] => parseSpec(text).tasks.map(({ id }) => id);
const value = (text: string, field: string): string | undefined => {
  const [task] = parseSpec(text).tasks;
  return task && taskField(task, field)?.value;
};

describe('ids of tasks', () => {
  it.each([
    ['- [x] 1.0 Parent', '1.0'],
    ['- [ ] 3. Set up', '3'],
    ['- [ ] 3) Set up', '3'],
    ['- [ ] 2.1 登录页', '2.1'],
    ['- [ ] 4、登录页', '4'],
    ['- [ ] **2.1** Bold', '2.1'],
    ['- [ ]* 2.1 Optional', '2.1'],
    ['- [-] 2.1 Begun', '2.1'],
    ['- [ ] T001 [P] [US1] Create the model', 'T001'],
    ['- [x] **T-016:** Goes on from another document', 'T-016'],
  ])('are read in "%s"', (text, id) => {
    expect(ids(`## Tasks\n\n${text}\n`)).toEqual([id]);
  });

  it.each(['- [x] 4 files migrated', '- [ ] 2 reviewers agree', '- [ ] 100 % of requests'])(
    'are not read into "%s"',
    (text) => {
      expect(ids(`## Tasks\n\n${text}\n`)).toEqual([]);
    },
  );
});

describe('fields of tasks', () => {
  it.each([
    ['需求：1.1, 2.3', '1.1, 2.3'],
    ['要件: US-001', 'US-001'],
    ['요구사항: 1.1, 2.1', '1.1, 2.1'],
    ['Requisitos: 1.1, 2.1 e 3.2', '1.1, 2.1 e 3.2'],
    ['Requerimientos: US-24 a US-28', 'US-24 a US-28'],
    ['Exigences : 1.1 et 2.1', '1.1 et 2.1'],
    ['Требования: 1.1, 1.2–1.4', '1.1, 1.2–1.4'],
    ['Yêu cầu: 1.1', '1.1'],
    ['Anforderungen: FR-01~FR-05', 'FR-01~FR-05'],
    ['Validates: Requirements 1.2, 1.5', 'Requirements 1.2, 1.5'],
  ])('say what a task implements in "%s"', (line, expected) => {
    expect(value(`- [ ] 1.1 Title\n  - _${line}_\n`, 'implements')).toBe(expected);
  });

  it.each([
    ['依赖：T-001', 'dependencies'],
    ['依存関係: T-001', 'dependencies'],
    ['의존성: T-001', 'dependencies'],
    ['Dependências: T-001', 'dependencies'],
    ['Dependencias: T-001', 'dependencies'],
    ['Dépendances : T-001', 'dependencies'],
    ['Зависимости: T-001', 'dependencies'],
    ['Phụ thuộc: T-001', 'dependencies'],
    ['文件：T-001', 'files'],
    ['ファイル: T-001', 'files'],
    ['파일: T-001', 'files'],
    ['Archivos: T-001', 'files'],
    ['Arquivos: T-001', 'files'],
    ['Fichiers : T-001', 'files'],
    ['Файлы: T-001', 'files'],
    ['Tệp: T-001', 'files'],
    ['完成条件：T-001', 'done condition'],
    ['完了条件: T-001', 'done condition'],
    ['완료 조건: T-001', 'done condition'],
    ['Condição de conclusão: T-001', 'done condition'],
    ['Condición de finalización: T-001', 'done condition'],
    ['Condition de fin : T-001', 'done condition'],
    ['Критерий готовности: T-001', 'done condition'],
    ['Điều kiện hoàn thành: T-001', 'done condition'],
  ])('are known in other languages: "%s"', (line, field) => {
    expect(value(`- [ ] **T-002:** Title\n  - _${line}_\n`, field)).toBe('T-001');
  });

  it('stand at the end of a one-line task', () => {
    const text = '- [ ] T014 [US1] Add the service in src/user.py (FR-001, FR-002) (depends on T012, T013)\n';
    expect(parseSpec(text).tasks[0]?.title).toBe('Add the service in src/user.py');
    expect(value(text, 'implements')).toBe('US1, (FR-001, FR-002)');
    expect(value(text, 'dependencies')).toBe('T012, T013');
  });

  it('are not made of a remark at the end', () => {
    const text = '- [ ] T014 Hash with SHA-256 (see RFC-9110)\n';
    expect(parseSpec(text).tasks[0]?.title).toBe('Hash with SHA-256 (see RFC-9110)');
    expect(value(text, 'implements')).toBeUndefined();
  });
});
