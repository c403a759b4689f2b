import { specPhrases } from '../../../src/core/language/spec-phrases';
import { sayingOf } from '../../../src/core/template/localize-template';
import type { DraftedSpec } from './drafted-in';

/** What a careless writer of the language writes. */
export interface CarelessWords {
  readonly opinion: string;
  readonly opinionWithFigure: string;
  readonly placeholder: string;
  readonly undecided: string;
  readonly noStatus: string;
  readonly noLevel: string;
  readonly levels: readonly [string, string];
  readonly fast: string;
  readonly measured: string;
  readonly reason: string;
  readonly resolved: string;
  /** A sentence that the spec says twice. */
  readonly sentence: string;
}

export const careless: Readonly<Record<string, CarelessWords>> = {
  en: {
    opinion: 'Works as expected',
    opinionWithFigure: 'All 3 pages work as expected',
    placeholder: '[Describe the goal here]',
    undecided: 'To be decided',
    noStatus: 'Nearly finished',
    noLevel: 'rather bad',
    levels: ['High', 'Low'],
    fast: 'The list is fast.',
    measured: 'The list answers within 300 ms.',
    reason: 'the city wants it later',
    resolved: 'resolved: the team of the catalogue',
    sentence:
      'The queue of a book is locked while a reservation is written, and the lock ends with the transaction.',
  },
  de: {
    opinion: 'Funktioniert wie erwartet',
    opinionWithFigure: 'Alle 3 Seiten funktionieren wie erwartet',
    placeholder: '[Hier das Ziel beschreiben]',
    undecided: 'Noch zu klären',
    noStatus: 'Beinahe fertig',
    noLevel: 'eher schlimm',
    levels: ['Hoch', 'Gering'],
    fast: 'Die Liste ist schnell.',
    measured: 'Die Liste antwortet innerhalb von 300 ms.',
    reason: 'die Stadt möchte das später',
    resolved: 'geklärt: das Team des Katalogs',
    sentence:
      'Die Warteschlange eines Buches ist gesperrt, solange eine Vormerkung geschrieben wird, und die Sperre endet mit der Transaktion.',
  },
  'zh-cn': {
    opinion: '按预期工作',
    opinionWithFigure: '3 个页面都按预期工作',
    placeholder: '[在此描述目标]',
    undecided: '待定',
    noStatus: '差不多完成',
    noLevel: '相当糟糕',
    levels: ['高', '低'],
    fast: '列表加载很快。',
    measured: '列表在 300 毫秒内响应。',
    reason: '市里希望以后再做',
    resolved: '已解决：目录团队',
    sentence: '写入预约期间锁定该图书的队列，事务结束时释放锁，其他请求在此期间等待队列解锁。',
  },
  ja: {
    opinion: '期待どおりに動作する',
    opinionWithFigure: '3つの画面がすべて期待どおりに動作する',
    placeholder: '[ここに目的を記入]',
    undecided: '未定',
    noStatus: 'ほぼ完成',
    noLevel: 'かなり悪い',
    levels: ['高', '低'],
    fast: '一覧の表示は速い。',
    measured: '一覧は300ミリ秒以内に応答する。',
    reason: '市が後で行うことを希望している',
    resolved: '解決済み：目録チーム',
    sentence:
      '予約の書き込み中はその本の待ち行列をロックし、トランザクションの終了とともにロックを解放する。',
  },
  'pt-br': {
    opinion: 'Funciona como esperado',
    opinionWithFigure: 'As 3 páginas funcionam como esperado',
    placeholder: '[Descreva aqui o objetivo]',
    undecided: 'A definir',
    noStatus: 'Quase pronto',
    noLevel: 'bastante ruim',
    levels: ['Alto', 'Baixo'],
    fast: 'A lista é rápida.',
    measured: 'A lista responde em até 300 ms.',
    reason: 'a cidade quer isso mais tarde',
    resolved: 'resolvida: a equipe do catálogo',
    sentence:
      'A fila de um livro fica bloqueada enquanto uma reserva é gravada, e o bloqueio termina com a transação.',
  },
  es: {
    opinion: 'Funciona como se espera',
    opinionWithFigure: 'Las 3 páginas funcionan como se espera',
    placeholder: '[Describa aquí el objetivo]',
    undecided: 'Por definir',
    noStatus: 'Casi terminado',
    noLevel: 'bastante malo',
    levels: ['Alto', 'Bajo'],
    fast: 'La lista es rápida.',
    measured: 'La lista responde en 300 ms.',
    reason: 'la ciudad lo quiere más adelante',
    resolved: 'resuelta: el equipo del catálogo',
    sentence:
      'La cola de un libro queda bloqueada mientras se escribe una reserva, y el bloqueo termina con la transacción.',
  },
  fr: {
    opinion: 'Fonctionne comme prévu',
    opinionWithFigure: 'Les 3 pages fonctionnent comme prévu',
    placeholder: "[Décrire ici l'objectif]",
    undecided: 'À définir',
    noStatus: 'Presque fini',
    noLevel: 'plutôt mauvais',
    levels: ['Élevé', 'Faible'],
    fast: 'La liste est rapide.',
    measured: 'La liste répond en 300 ms.',
    reason: 'la ville le veut plus tard',
    resolved: "résolue : l'équipe du catalogue",
    sentence:
      "La file d'un livre est verrouillée pendant qu'une réservation est écrite, et le verrou prend fin avec la transaction.",
  },
};

/** A way to spoil a spec, for the templates that have what it spoils. */
export interface Damage {
  readonly name: string;
  readonly templates: readonly ('agent-ready' | 'feature')[];
  readonly spoil: (spec: DraftedSpec, words: CarelessWords) => string;
}

const both = ['agent-ready', 'feature'] as const;
const tasks = ['agent-ready'] as const;

export const damages: readonly Damage[] = [
  {
    name: 'a mapping row is dropped',
    templates: both,
    spoil: ({ text }) => text.replace(/^\| US-002 \|.*\n/mu, ''),
  },
  {
    name: 'a mapping row names an unknown requirement',
    templates: both,
    spoil: ({ text }) => text.replace(/^\| US-002 \|/mu, '| US-022 |'),
  },
  {
    name: 'a task implements an unknown requirement',
    templates: tasks,
    spoil: (spec) => fieldOf(spec, 'T-001', 'Implements', 'US-099'),
  },
  {
    name: 'a done condition is missing',
    templates: tasks,
    spoil: (spec) => fieldOf(spec, 'T-001', 'Done condition', null),
  },
  {
    name: 'a done condition is an opinion',
    templates: tasks,
    spoil: (spec, { opinion }) => fieldOf(spec, 'T-001', 'Done condition', opinion),
  },
  {
    name: 'a done condition is an opinion with a figure',
    templates: tasks,
    spoil: (spec, { opinionWithFigure }) => fieldOf(spec, 'T-001', 'Done condition', opinionWithFigure),
  },
  {
    name: 'a done condition can be verified',
    templates: tasks,
    spoil: (spec) => fieldOf(spec, 'T-001', 'Done condition', '`npm test` (US-001/AC-1, US-001/AC-2)'),
  },
  {
    name: 'the files of a task are empty',
    templates: tasks,
    spoil: (spec) => fieldOf(spec, 'T-001', 'Files', ''),
  },
  {
    name: 'a task depends on a later one',
    templates: tasks,
    spoil: (spec) => fieldOf(spec, 'T-001', 'Dependencies', 'T-006'),
  },
  {
    name: 'a task modifies a file that an earlier one creates twice',
    templates: tasks,
    spoil: (spec) => {
      const created = `\n    - ${createWords[spec.language] ?? 'Create'}: \`src/queue.ts\``;
      return fieldOf({ ...spec, text: fieldOf(spec, 'T-001', 'Files', created) }, 'T-002', 'Files', created);
    },
  },
  {
    name: 'a placeholder is left',
    templates: both,
    spoil: (spec, { placeholder }) => under(spec, 'risks', placeholder),
  },
  {
    name: 'a section says that it is still to be decided',
    templates: both,
    spoil: (spec, { undecided }) => under(spec, 'dependencies', undecided, 'whole'),
  },
  {
    name: 'a section is missing',
    templates: both,
    spoil: (spec) => withoutSection(spec, 'dependencies'),
  },
  {
    name: 'the status is none of the template',
    templates: both,
    spoil: (spec, { noStatus }) => metadataOf(spec, 'Status', noStatus),
  },
  {
    name: 'the status is said in English',
    templates: both,
    spoil: (spec) => metadataOf(spec, 'Status', 'In Review'),
  },
  {
    name: 'the status allows no gaps',
    templates: both,
    spoil: (spec) => metadataOf(spec, 'Status', sayingOf(spec.template)('Approved')),
  },
  {
    name: 'the author is missing',
    templates: both,
    spoil: (spec) => metadataOf(spec, 'Author', null),
  },
  {
    name: 'the last update has no date',
    templates: both,
    spoil: (spec, { undecided }) => metadataOf(spec, 'Last updated', undecided),
  },
  {
    name: 'the last update is no date that exists',
    templates: both,
    spoil: (spec) => metadataOf(spec, 'Last updated', '2026-02-31'),
  },
  {
    name: 'a requirement is out of scope with its reason',
    templates: both,
    spoil: (spec, { reason }) =>
      spec.text.replace(
        /^(\| US-005 (?:\|[^|\n]*)*\| )[^|\n]*\|$/mu,
        (_, lead: string) => `${lead}${sayingOf(spec.template)(specPhrases.outOfScope, reason)} |`,
      ),
  },
  {
    name: 'a requirement is out of scope without a reason',
    templates: both,
    spoil: (spec) =>
      spec.text.replace(
        /^(\| US-005 (?:\|[^|\n]*)*\| )[^|\n]*\|$/mu,
        (_, lead: string) => `${lead}${sayingOf(spec.template)(specPhrases.outOfScope, '').trim()} |`,
      ),
  },
  {
    name: 'risks have levels',
    templates: ['feature'],
    spoil: (spec, { levels: [high, low], reason }) => risk(spec, `${high} | ${low} | ${reason}`),
  },
  {
    name: 'risks have words that are no levels',
    templates: ['feature'],
    spoil: (spec, { noLevel, levels: [, low], reason }) => risk(spec, `${noLevel} | ${low} | ${reason}`),
  },
  {
    name: 'a target is a wish',
    templates: ['feature'],
    spoil: (spec, { fast }) => under(spec, 'performance-tests', `- ${fast}`, 'whole'),
  },
  {
    name: 'a target is measured',
    templates: ['feature'],
    spoil: (spec, { measured }) => under(spec, 'performance-tests', `- ${measured}`, 'whole'),
  },
  {
    name: 'a sentence is said twice',
    templates: both,
    spoil: (spec, { sentence }) =>
      under(
        { ...spec, text: under(spec, 'data-model', sentence) },
        'migration',
        sentence,
        'top',
        'migrations',
      ),
  },
  {
    name: 'an acceptance criterion has no test',
    templates: both,
    spoil: ({ text }) => text.replace(/^\| US-003\/AC-2 \|.*\n/mu, ''),
  },
  {
    name: 'a verified item of the checklist is ticked by hand',
    templates: both,
    spoil: (spec) => {
      const item = spec.template.checklist.find(({ verifiedBy }) => verifiedBy === 'check')?.text ?? '';
      return spec.text.replace(`- [ ] ${item}`, `- [x] ${item}`);
    },
  },
  {
    name: 'a component has a field less',
    templates: ['feature'],
    spoil: (spec) => {
      const label = sayingOf(spec.template)('Files');
      return spec.text.replace(new RegExp(`^  - ${label}: .*\\n`, 'mu'), '');
    },
  },
  {
    name: 'all questions are resolved in words',
    templates: ['feature'],
    spoil: (spec, { resolved }) =>
      spec.text.replace(/^- \[ \] \*\*(OQ-\d+):\*\* .*$/gmu, (_, id: string) => `- **${id}:** ${resolved}`),
  },
];

const createWords: Readonly<Record<string, string>> = {
  en: 'Create',
  de: 'Anlegen',
  'zh-cn': '新建',
  ja: '作成',
  'pt-br': 'Criar',
  es: 'Crear',
  fr: 'Créer',
};

/** The spec with another value of a task's field; without the field where the value is `null`. */
function fieldOf({ text, template }: DraftedSpec, id: string, field: string, value: string | null): string {
  const label = sayingOf(template)(field);
  const start = text.indexOf(`- **${id}:**`);
  const at = text.indexOf(`  - _${label}:_`, start);
  const end = text.indexOf('\n', at);
  if (start < 0 || at < 0) throw new Error(`no ${label} in ${id}`);
  const line = value === null ? '' : `  - _${label}:_ ${value}\n`;
  return `${text.slice(0, at)}${line}${text.slice(end + 1)}`;
}

function metadataOf({ text, template }: DraftedSpec, name: string, value: string | null): string {
  const label = sayingOf(template)(name);
  const line = new RegExp(`^\\*\\*${label}:\\*\\* .*\\n`, 'mu');
  if (!line.test(text)) throw new Error(`no ${label}`);
  return text.replace(line, () => (value === null ? '' : `**${label}:** ${value}  \n`));
}

/** Text put below the heading of a section, before all else there, or in place of all up to the next heading. */
function under(
  spec: DraftedSpec,
  key: string,
  said: string,
  where: 'top' | 'whole' = 'top',
  otherwise: string = key,
): string {
  const { text, template } = spec;
  const section =
    template.sections.find((one) => one.key === key) ??
    template.sections.find((one) => one.key === otherwise);
  const heading = new RegExp(`^#+ (?:[\\d.]+ )?${escaped(section?.heading ?? '?')}$`, 'mu').exec(text);
  if (heading === null) throw new Error(`no ${key}`);
  const start = heading.index + heading[0].length + 1;
  const next = where === 'whole' ? text.slice(start).search(/^#+ /mu) : 0;
  return `${text.slice(0, start)}\n${said}\n\n${text.slice(start + next)}`;
}

function withoutSection(spec: DraftedSpec, key: string): string {
  const { text, template } = spec;
  const heading = template.sections.find((one) => one.key === key)?.heading ?? '?';
  const found = new RegExp(`^#+ (?:[\\d.]+ )?${escaped(heading)}$`, 'mu').exec(text);
  if (found === null) throw new Error(`no ${key}`);
  const rest = text.slice(found.index + found[0].length);
  return text.slice(0, found.index) + rest.slice(rest.search(/^#+ /mu));
}

/** The first risk of the table with its other cells. */
function risk(spec: DraftedSpec, cells: string): string {
  const { text, template } = spec;
  const heading = template.sections.find(({ key }) => key === 'risks')?.heading ?? '?';
  const at = text.search(new RegExp(`^## (?:[\\d.]+ )?${escaped(heading)}$`, 'mu'));
  const row = /^(\|[^|\n]+\| )OQ-\d+ \| OQ-\d+ \| OQ-\d+ \|$/mu;
  return text.slice(0, at) + text.slice(at).replace(row, (_, lead: string) => `${lead}${cells} |`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}
