import { termList } from '../../source/vocabulary/term-list';

/** Parts of a system: a place where a problem can be looked for, once a word says which one. */
export const parts: readonly string[] = termList(`
  service, endpoint, table, job, queue, pipeline, module, page, worker, cache, index, build, suite, cron, controller,
  handler, repository, package, library, migration, schema, script, deployment, cluster, database, route, query,
  importer, exporter, scheduler, gateway, proxy, client, server, workflow, component, class, function, method, hook,
  middleware, consumer, producer, topic, stream, parser, test, tests, bundle, image, container, list, form, report,
  servicio, tabla, cola, módulo, página, trabajo, consulta, base de datos, paquete,
  serviço, tabela, fila, módulo, página, tarefa, consulta, banco de dados, pacote,
  table, file, tâche, requête, base de données, paquet, point d’accès,
  dienst, tabelle, warteschlange, modul, seite, auftrag, abfrage, datenbank, paket, endpunkt,
  сервис, таблица, таблице, очередь, очереди, модуль, модуле, страница, странице, задача, запрос, база данных, пакет,
  dịch vụ, bảng, hàng đợi, trang, truy vấn, cơ sở dữ liệu,
`);

/** The same in scripts without spaces; something specific stands right before. */
export const partsUnspaced: readonly string[] = termList(`
  服务, 接口, 模块, 队列, 流水线, 任务, 页面, 数据库, 数据表, 表, 查询, 脚本, 集群, 组件,
  サービス, エンドポイント, モジュール, キュー, パイプライン, ジョブ, ページ, データベース, テーブル, クエリ,
  서비스, 엔드포인트, 모듈, 큐, 파이프라인, 작업, 페이지, 데이터베이스, 테이블, 쿼리,
`);

/** Words that do not say which one. */
export const unspecific: ReadonlySet<string> = new Set(
  termList(`
    the, a, an, our, this, that, these, those, some, any, each, every, all, whole, entire, current, existing, old, new,
    main, same, other, legacy, messy, bad, good, slow, fast, better, big, large, small, many, few, several, various, and,
    or, of, in, on, for, with, to, from, is, are, was, be, it, its, has, have, improve, core, general, internal, own, good,
    unit, more, most, less, very, too, own, own, here, there,
    el, la, los, las, un, una, nuestro, nuestra, de, del, todo, toda, o, os, as, um, uma, nosso, nossa, do, da, le, les,
    une, notre, du, des, tout, toute, der, die, das, den, dem, ein, eine, unser, unsere, ganze, alle, наш, наша, весь, этот,
    это, của, các, này,
    这个, 我们, 我们的, 整个, 现有, 当前, 所有, この, 我々の, 全体, 既存, 現在, 우리, 전체, 기존, 현재, 이
  `),
);

/** Capitals that name a kind of thing and not a thing. */
export const unspecificNames: ReadonlySet<string> = new Set(
  termList(`
    API, APIs, UI, UX, DB, SQL, HTTP, REST, JSON, IT, QA, OK, I, We, Our, The, PRD, ER, CRUD, KPI, SLA, MVP, CI, CD,
    Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday, January, February, March, April, May, June, July,
    August, September, October, November, December, English, TODO, TBD
  `),
);
