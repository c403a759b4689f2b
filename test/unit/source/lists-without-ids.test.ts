import { describe, expect, it } from 'vitest';
import { read } from './read';

const lines = (text: string): readonly number[] => read(text).requirements.map(({ line }) => line);
const left = (text: string): readonly number[] => read(text).outOfScope.map(({ line }) => line);

describe('minutes without marks', () => {
  it('list by middle dots below titles behind a square', () => {
    const text =
      '議事録　第3回\n\n■機能要件（本日合意）\n1、担当者は、食材を登録できること\n2、保護者は、申請を送れること\n　・添付：診断書の写真\n　・申請理由：自由記述\n3、変更は当日から反映されること\n\n■非機能要件\n・画面は、回線が切れていても前日分のデータで表示できること\n・3秒以内に表示されること\n\n■制約\n・既存のコードをそのまま使うこと\n\n■今回は対象外\n・給食費の徴収\n・中学校（来年度に検討）\n\n■決定事項\n・次回までに画面案を用意する\n';
    expect(lines(text)).toEqual([4, 5, 8, 11, 12, 15]);
    expect(left(text)).toEqual([18, 19]);
  });

  it('number what labels below it only detail', () => {
    const text =
      '停车场需求\n\n一、功能要求\n\n1.1 缴费\n1、用户可以查询费用\n2、用户可以开具电子发票\n（1）抬头类型：个人、企业\n（2）送达方式：邮箱\n3、用户可以退款\n\n1.2 车位\n1、首页显示剩余车位数\n2、少于 10 个时，系统标红提示\n';
    expect(lines(text)).toEqual([6, 7, 10, 13, 14]);
  });

  it('are read as Markdown where a bold line heads a table', () => {
    const text =
      '**ПРОТОКОЛ № 6**\n\n**1. Функциональные требования**\n\n1. Хозяин видит свободное время врачей.\n2. Хозяин записывает питомца без звонка.\n   - данные: вид, кличка\n   - причина: свободный текст\n3. ~~Хозяин оставляет отзыв о враче.~~ (сняли, Павел против)\n\n**2. Не входит в первую версию**\n\n- Предоплата\n- Аптека\n\n**3. Решили**\n\n- Название оставить\n\n**4. Поручения**\n\n| Кому | Что |\n|---|---|\n| Тимур | Оценить выгрузку |\n';
    expect(lines(text)).toEqual([5, 6]);
    expect(left(text)).toEqual([13, 14]);
  });
});

describe('a title that ranks out what stands below it', () => {
  it.each([
    "No esta vez (Won't)",
    "Later (Won't have)",
    'No esta vez',
    'Não desta vez',
    'Nicht dieses Mal',
    'Не в этот раз',
    'Lần này không',
    '이번에는 제외',
  ])('"%s"', (title) => {
    const text = `# X\n\n## Funcionalidades\n\n**Imprescindible (Must)**\n\n- El voluntario se apunta a un turno\n- El coordinador crea turnos\n\n**${title}**\n\n- Donaciones\n- Chat\n`;
    expect(lines(text)).toEqual([7, 8]);
    expect(left(text)).toEqual([12, 13]);
  });
});

describe('a heading above bullets', () => {
  it.each([
    [
      'Import the books',
      'The system lets a teacher import a list',
      'The system finds the cover by its ISBN',
      'The system tells which lines are double',
    ],
    [
      'Nhập sách ban đầu',
      'Hệ thống cho phép nhập danh sách từ tệp Excel',
      'Hệ thống tự tìm bìa theo mã ISBN',
      'Hệ thống báo những dòng bị trùng',
    ],
    [
      'Импорт книг',
      'Система принимает список из Excel',
      'Система находит обложку по ISBN',
      'Система сообщает о повторах',
    ],
    [
      'Importar libros',
      'El sistema acepta una lista de Excel',
      'El sistema busca la portada por ISBN',
      'El sistema avisa de las filas repetidas',
    ],
  ])('"%s" groups them where each says itself what the system does', (title, ...bullets) => {
    const text = `# X\n\n## Features\n\n### ${title}\n\n${bullets.map((bullet, at) => `${at + 1}. ${bullet}\n`).join('')}\n### Remind of books\n\n- When: two days before\n- Channel: SMS\n`;
    expect(lines(text)).toEqual([7, 8, 9, 11]);
  });

  it('is told by the story behind "História:"', () => {
    const text =
      '# X\n\n## Histórias em português\n\n- Como condómino, quero ver o extrato para saber se devo algo.\n\n### Reserva da sala comum\n\n**História:** Como condómino, quero reservar a sala comum.\n\n- Antecedência: até 60 dias\n- Caução: 50 €\n';
    expect(lines(text)).toEqual([5, 7]);
  });
});

describe('bullets that each tell one side of their heading', () => {
  it.each([
    ['When: two days before', 'To whom: pupils and parents', 'How: by text message'],
    [
      'Khi nào: trước hạn 2 ngày và đúng ngày hết hạn',
      'Gửi cho ai: học sinh và phụ huynh',
      'Cách gửi: tin nhắn SMS',
    ],
    [
      'Wann: zwei Tage vor dem Ablauf der Frist',
      'An wen: Kinder und ihre Eltern zu Hause',
      'Wie: als SMS auf das Telefon',
    ],
    [
      'Когда: за два дня до срока возврата',
      'Кому: ученикам и их родителям',
      'Как: сообщением на телефон родителей',
    ],
  ])('leave the heading the requirement: "%s"', (...sides) => {
    const text = `# X\n\n## Features\n\n### Books\n\n${sides.map((side) => `- ${side}\n`).join('')}`;
    expect(lines(text)).toEqual([5]);
  });
});

describe('headings in words of their own', () => {
  it('say what must be in, what was added, and what does not come', () => {
    const text =
      '# Verlängern von daheim\n\n## Worum gehts\n\nLeute rufen an, um zu verlängern.\n\n## Was rein muss\n\n1. Kunde meldet sich mit Ausweisnummer an.\n2. sieht seine Ausleihen, die überfälligen oben\n\nAlles soll schnell sein.\n\n### Nachtrag Hr. Brandt\n- Maximal 3 Verlängerungen\n- Die Theke muss eine Verlängerung zurücknehmen können.\n\n## Kommt nicht\n- Bezahlen online\n- Vormerken übers Web\n\n## Offen\n- Was ist mit Fernleihe?\n';
    expect(lines(text)).toEqual([9, 10, 15, 16]);
    expect(left(text)).toEqual([19, 20]);
  });

  it.each([
    ['Must be in', 'Not coming'],
    ['What goes in', 'Excluded from this release'],
    ['Lo que tiene que entrar', 'Prestaciones excluidas'],
    ['O que tem que ter', 'Não vai ter'],
    ['Ce qui doit y figurer', 'Article 8 – Prestations exclues'],
    ['Что обязательно должно войти', 'Исключённые работы'],
    ['必ず入れる', 'やらない'],
    ['꼭 있어야 할 것', '하지 않는 것'],
  ])('in %j and %j', (wanted, without) => {
    const text = `# X\n\n## ${wanted}\n\n- Owners see the list\n- Owners print the list\n\n## ${without}\n\n- Printing by post\n`;
    expect(lines(text)).toEqual([5, 6]);
    expect(left(text)).toEqual([10]);
  });
});
