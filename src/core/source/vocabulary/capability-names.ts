import { termList } from './term-list';

/** Words by which a title is told: in front as a whole word, in front as a stem, or at the end. */
interface Words {
  readonly first: readonly string[];
  readonly stems: readonly string[];
  readonly last: readonly string[];
}

function compile({ first, stems, last }: Words): RegExp {
  const spaced = last.filter((word) => !unspaced.test(word)).join('|');
  const joined = last.filter((word) => unspaced.test(word)).join('|');
  return new RegExp(
    String.raw`^(?:(?:${first.join('|')})(?!\p{L})|${stems.join('|')})|(?:^|[\s-])(?:${spaced})$|(?:${joined})$`,
    'iu',
  );
}

function either(first: RegExp, second: RegExp): RegExp {
  return new RegExp(`${first.source}|${second.source}`, 'iu');
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/**
 * What a person can do with a product. Nouns of action stand first in most languages, last in English and where words
 * are written without spaces.
 */
const actions: Words = {
  first: termList(`
    create, add, edit, update, delete, remove, view, browse, search, find, filter, sort, export, import, upload, download,
    share, send, receive, invite, register, sign, log, reset, track, book, schedule, cancel, pay, checkout, generate,
    publish, approve, reject, assign, notify, select, choose, submit, save, open, close, print, scan, record, play, rate,
    review, follow, comment, like, report, archive, restore, sync, connect, display, show, list, monitor, buy, rename,
    move, copy, preview, alta, baja, login, logout, buscar, busca de, búsqueda, consultar, consulta de, reservar,
    reserva de, pagar, pago de, notificar, filtrar, asignar, registrar, registro, iniciar, inicio, criar, listar, remover,
    excluir, baixar, exportar, importar, pesquisar, envoi, créer, inscription, modifier, supprimer, consulter, réserver,
    đăng ký, đăng nhập, đăng xuất, tạo, thêm, sửa, chỉnh sửa, xóa, tìm kiếm, xem, xuất, nhập, tải, gửi, đặt, thanh toán,
    chia sẻ, theo dõi, duyệt, cập nhật,
  `),
  stems: termList(`
    регистрац, аутентификац, авторизац, создани, добавлени, редактировани, изменени, удалени, получени, просмотр, поиск,
    фильтрац, сортировк, отправк, загрузк, экспорт, импорт, вход, выход, восстановлени, подтверждени, оформлени, публикац,
    назначени, отображени, выбор, генерац, crear, creación, edici, editar, elimina, borra, visualiza, exporta, importa,
    subi, descarg, compart, enví, enviar, recupera, añadi, agrega, autentica, cadastr, criaç, ediç, exclusão, remoção,
    pesquis, listag, connexion, déconne, créa, ajout, modification, suppression, recherch, afficha, télécharg, partag,
    consultation, réservation d, réinitialis, génér, authentifi, 创建, 新建, 新增, 添加, 编辑, 修改, 删除, 搜索, 查询, 导出, 导入,
    上传, 下载, 分享, 发布, 审核, 选择, 查看, 浏览, 记录, 计算, 判断, 估算, 展示, 显示, 生成, 获取, 提交, 设置, 绑定, 收藏, 评论,
    切换, 播放, 打印, 扫描, 预约, 取消, 支付,
  `),
  last: termList(`
    registration, login, log-in, sign-up, sign-in, signup, logout, authentication, creation, deletion, removal, search,
    filtering, sorting, export, import, upload, download, sharing, generation, booking, checkout, reset, recovery,
    onboarding, synchronization, synchronisation, validation, verification, tracking,
    创建, 新建, 新增, 添加, 编辑, 修改, 删除, 登录, 登入, 注册, 搜索, 查询, 导出, 导入, 上传, 下载, 分享, 发布, 审核, 支付, 下单, 提醒, 查看,
    浏览, 选择, 生成, 录入, 收藏, 评论, 推送, 同步, 识别, 編輯, 刪除, 註冊, 搜尋, 瀏覽, 登録, 作成, 編集, 削除, 検索, 表示, 出力, 投稿, 閲覧,
    送信, 一覧, 応募, 承認, 確認, 通知, 入力, 打刻, 添付, 募集, 集計, 確定, 切替, 変更,
    ログイン, ログアウト, リセット, インポート, エクスポート, アップロード, ダウンロード,
    등록, 생성, 추가, 수정, 삭제, 복사, 반영, 경고, 요청, 승인, 반려, 표시, 지정, 할당, 저장, 추적, 선택, 입력, 출력, 전송, 발송, 취소,
    신청, 확인, 정렬, 필터링, 첨부, 신고, 검색, 조회, 로그인, 로그아웃, 회원가입, 업로드, 다운로드, 공유, 작성, 결제, 예약, 변경, 알림,
  `),
};

const areas: Words = {
  first: termList(
    `quản lý, quản trị, cấu hình, cài đặt, hệ thống, phân hệ, gestão, sistema, système, module, módulo, interface, interfaz, тип, типы, виды, общие`,
  ),
  stems: termList(
    `gestió, gestion, administra, gerencia, configura, personnalisation, personaliza, управлени, администрировани, настройк, модул, интерфейс, систем`,
  ),
  last: termList(`
    management, administration, admin, handling, settings, configuration, system, module, interface, ui, ux, platform,
    integration, integrations, experience, features, functionality, capabilities, operations, controls, options, general,
    other, misc, miscellaneous, types,
    管理, 系统, 模块, 中心, 设置, 配置, 後台, 后台, 設定, システム, モジュール, 画面, 관리, 설정, 시스템, 모듈, 화면,
  `),
};

/** An infinitive with its object, in Spanish, Portuguese, French and Russian: "Escolher o tamanho", "Вводить код". */
const infinitive = new RegExp(
  String.raw`^\p{L}{1,14}(?:ar|er|ir|or)(?:se|lo|la|los|las)?\s(?:un|una|el|la|los|las|lo|al|del|de|con|sin|por|para|en|a|su|sus|qu[eé]|si|uno|um|uma|o|os|as|ao|à|do|da|no|na|em|com|sem|pelo|pela|seu|sua|le|les|une|des|du|au|aux|son|sa|ses|leur|avec|sur|dans|à|quel|quelle)(?=\s)|^\p{L}{1,14}(?:[аеиоуыя]ть|ти|чь)(?:ся)?\s\p{L}`,
  'iu',
);

/** A title that names one thing somebody can do ("Password reset", "Создание задачи"): bullets below detail it. */
export const namesAction = either(compile(actions), infinitive);

/** A title that opens with what is done ("Create a task"), not one that ends with it ("Task creation"). */
export const opensAction = either(
  new RegExp(String.raw`^(?:(?:${actions.first.join('|')})(?!\p{L})|${actions.stems.join('|')})`, 'iu'),
  infinitive,
);

/** A title that names an area of the product ("User management", "Interface"): it sorts what stands below. */
export const namesArea = compile(areas);

/** Words by which a bullet offers something: "支持导出", "파일 첨부 가능". */
export const offers =
  /^(?:支持|允许|提供|可以|可|能|能够)\s?\P{L}?\p{Script=Han}|(?:지원|가능)[.]?$|(?:対応|可能)[。]?$/u;
