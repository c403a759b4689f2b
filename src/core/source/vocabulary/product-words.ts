import { termList } from './term-list';

/** Stems by which a statement speaks of what users of the product see or do. */
export const productWords: readonly string[] = termList(`
  button, page, screen, dialog, popup, modal, form field, click, tap$, customer, end user, end-user, users can, user can,
  users see, user sees, users should, user should, users must, shopper, visitor, subscriber, buyer, guest, sign up, sign-up,
  signup, sign in, onboarding, dashboard, notification, push message, reminder, invite, invitation, download, upload,
  banner, tooltip, menu, icon, landing, pricing, plan, subscription, profile, wishlist, cart, checkout, search box,
  filter, sort, share, comment, like button, dark mode, theme, wording, label, mobile app, web app, website, storefront,
  homepage, home page, toggle, avatar, settings page, coupon, loyalty, newsletter, drag, wizard, tutorial, user experience,
  usability, accessib, admins can, members can, owners can,
  botón, página, pantalla, cliente, usuario, formulario, carrito, notificaci, suscripci, descarg, invitaci,
  botão, tela, usuário, formulário, carrinho, notificaç, assinatura, baixar, convite,
  bouton, écran, utilisateur, formulaire, panier, notification, abonnement, télécharg, invitation,
  schaltfläche, knopf, seite, bildschirm, kunde, kundin, nutzer, benutzer, formular, warenkorb, benachrichtig, einladung,
  кнопк, страниц, экран, клиент, пользовател, корзин, уведомлен, подписк, приглашен,
  nút$, trang$, màn hình, khách hàng, người dùng, giỏ hàng, thông báo, đăng ký,
  按钮, 页面, 界面, 屏幕, 用户, 客户, 弹窗, 表单, 购物车, 通知, 订阅, 下载, 上传, 邀请, 注册, 登录页, 首页, 点击,
  ボタン, ページ, 画面, ユーザー, 顧客, お客様, フォーム, カート, 通知, 購読, ダウンロード, 招待, 登録, クリック, タップ,
  버튼, 페이지, 화면, 사용자, 고객, 양식, 장바구니, 알림, 구독, 다운로드, 초대, 가입, 클릭,
`);

/** Stems by which a statement speaks of how the product is built and run. */
export const engineeringWords: readonly string[] = termList(`
  refactor, migrat, index, quer, latency, p95, p99, throughput, ci$, pipeline, build, deploy, dependenc, upgrad, librar,
  framework, test, flak, lint, schema, database, table, cache, memory, cpu, log$, logs, logging, metric, trace, tracing,
  monitor, alert, rollback, module, package, codebase, source code, internal, lock, deadlock, transaction, container,
  kubernetes, terraform, certificate, thread, race condition, coverage, statement, repository, compil, type error,
  typescript, end of life, eol, technical debt, tech debt, monolith, microservice, replica, shard, batch, worker, queue,
  cron, backup, node$, java$, python, golang, postgres, mysql, redis, kafka, docker, webpack, bundler, grpc, orm$,
  refactoriz, migraci, consulta, base de datos, dependencia, prueba, latencia, refator, migraç, banco de dados,
  dependência, teste, requête, base de données, dépendance, abfrage, datenbank, abhängigkeit, umbau, рефактор, миграц,
  запрос, баз данных, база данных, зависимост, тест, cơ sở dữ liệu, truy vấn, kiểm thử,
  重构, 迁移, 索引, 查询, 延迟, 吞吐, 流水线, 构建, 部署, 依赖, 升级, 测试, 数据库, 缓存, 内存, 日志, 监控, 技术债,
  リファクタ, 移行, インデックス, クエリ, レイテンシ, パイプライン, ビルド, デプロイ, 依存, テスト, データベース, キャッシュ, ログ,
  리팩터, 마이그레이션, 인덱스, 쿼리, 지연, 파이프라인, 빌드, 배포, 의존성, 테스트, 데이터베이스, 캐시, 로그,
`);
