import { oncePer } from '../../text/remembered';
import type { Requirement } from '../../source/source';

/** Kinds of work in the order in which they are built. */
export const workKinds = ['data', 'backend', 'events', 'ui', 'integration', 'tests'] as const;
export type WorkKind = (typeof workKinds)[number];

/**
 * Words that speak of one kind of work, in the languages that PRDs are found in. A word in Latin or Cyrillic script
 * counts from its beginning (`migrat` finds `migration`), one in Chinese, Japanese or Korean anywhere.
 */
const vocabulary: Readonly<Record<Exclude<WorkKind, 'backend' | 'tests'>, readonly string[]>> = {
  data: [
    'database',
    'schema',
    'migrat',
    'column',
    'persist',
    'stored',
    'storage',
    'backfill',
    'retention',
    'table',
    'datenbank',
    'speicher',
    'banco de dados',
    'armazen',
    'base de datos',
    'almacen',
    'base de données',
    'stocke',
    'база данных',
    'хран',
    'таблиц',
    'cơ sở dữ liệu',
    'lưu trữ',
    '数据库',
    '存储',
    '字段',
    '保存',
    'データベース',
    '데이터베이스',
    '저장',
  ],
  events: [
    'event',
    'websocket',
    'real-time',
    'realtime',
    'webhook',
    'queue',
    'stream',
    'broadcast',
    'publish',
    'subscri',
    'notif',
    'reminder',
    'push',
    'ereignis',
    'benachrichtig',
    'evento',
    'tempo real',
    'tiempo real',
    'lembrete',
    'recordatorio',
    'aviso',
    'avisar',
    'événement',
    'temps réel',
    'событи',
    'уведомл',
    'thông báo',
    '事件',
    '实时',
    '推送',
    '通知',
    '消息',
    'イベント',
    '通知',
    '이벤트',
    '알림',
  ],
  ui: [
    'page',
    'screen',
    'button',
    'dialog',
    'modal',
    'form',
    'menu',
    'sidebar',
    'dashboard',
    'display',
    'click',
    'tooltip',
    'layout',
    'theme',
    'keyboard',
    'panel',
    'icon',
    'responsive',
    'frontend',
    'front-end',
    'ui',
    'seite',
    'oberfläche',
    'knopf',
    'schaltfläche',
    'anzeig',
    'página',
    'pantalla',
    'tela',
    'botão',
    'botón',
    'exib',
    'mostrar',
    'écran',
    'bouton',
    'affich',
    'страниц',
    'экран',
    'кнопк',
    'отображ',
    'интерфейс',
    'màn hình',
    'giao diện',
    '页面',
    '界面',
    '按钮',
    '显示',
    '弹窗',
    '菜单',
    '列表',
    '画面',
    'ボタン',
    '表示',
    '화면',
    '버튼',
    '표시',
  ],
  integration: [
    'integrat',
    'third-party',
    'third party',
    'external',
    'provider',
    'oauth',
    'sso',
    'sync',
    'import',
    'export',
    'connector',
    'plugin',
    'anbind',
    'schnittstelle',
    'extern',
    'integra',
    'sincroniz',
    'intégr',
    'synchronis',
    'интеграц',
    'внешн',
    'синхрониз',
    'tích hợp',
    'đồng bộ',
    '集成',
    '对接',
    '第三方',
    '同步',
    '导入',
    '导出',
    '連携',
    '外部',
    '연동',
    '외부',
  ],
};

/**
 * The kind of work a requirement asks for first: the one whose words it uses most, the earlier kind where two tie, and
 * `backend` where it uses none.
 */
export function workKindOf(requirement: Pick<Requirement, 'title' | 'text'>): Exclude<WorkKind, 'tests'> {
  return kindOnce(requirement);
}

const kindOnce = oncePer(({ title, text: body }: Pick<Requirement, 'title' | 'text'>) => {
  const text = `${title} ${body}`.toLowerCase();
  let best: Exclude<WorkKind, 'tests'> = 'backend';
  let most = 0;
  for (const [kind, pattern] of patterns) {
    const count = new Set(text.match(pattern)).size;
    if (count > most) [best, most] = [kind, count];
  }
  return best;
});

const wordless = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

const patterns = (Object.keys(vocabulary) as (keyof typeof vocabulary)[]).map((kind) => {
  const alternatives = vocabulary[kind].map((word) =>
    wordless.test(word) ? word : `(?<![\\p{L}\\p{N}])${word}${word.length < 4 ? '(?![\\p{L}\\p{N}])' : ''}`,
  );
  return [kind, new RegExp(alternatives.join('|'), 'gu')] as const;
});
