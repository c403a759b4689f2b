import type { RequirementKind } from '../source';
import { termList } from './term-list';

function byPrefix(
  entries: readonly (readonly [RequirementKind | null, readonly string[]])[],
): ReadonlyMap<string, RequirementKind | null> {
  return new Map(entries.flatMap(([kind, prefixes]) => prefixes.map((prefix) => [prefix, kind] as const)));
}

/**
 * Letters in front of an id's number that name requirements by convention, and the kind they stand for (`null`: the
 * section decides). One such id is enough to be believed.
 */
export const knownPrefixes: ReadonlyMap<string, RequirementKind | null> = byPrefix([
  [
    'functional',
    termList(`
    FR, RF, FUR, FRS, EF, FA, CN, FUNC, FEAT, F, LF, BR, UC, CU, CDU,
    ФТ, ФР,
  `),
  ],
  [
    null,
    termList(`
    YC, LD, REQ, REQUIREMENT, ER, SR, SRS, TR, DR, UR, IR, CR, PRQ, R, EX, RQ, SYS,
  `),
  ],
  [
    'non-functional',
    termList(`
    NFR, RNF, NF, ENF, NFA, LL, NFREQ, PERF, SEC, QR, PNF,
    НФТ, НФР,
  `),
  ],
  [
    'story',
    termList(`
    US, HU, UH, STORY, ST, JTBD,
    ИП,
  `),
  ],
  [
    'other',
    termList(`
    RN, IP, CON, RG, BIZ,
    БП,
  `),
  ],
  [
    'success-criterion',
    termList(`
    SC, KPI, KR, OKR, OBJ, GOAL, CS, BG, SM, BO,
  `),
  ],
]);

/** One or two letters that name goals and metrics; they count where the section is about these. */
export const measurePrefixes: readonly string[] = termList(`
  G, M, O, MET, OB, TM, BM, UM,
`);

/** Parts of a compound id (`PAY-NF-03`) that make it one of a quality. */
export const qualitySegments: readonly string[] = ['NFR', 'NF', 'RNF', 'NFA'];

/** Ids of acceptance criteria: children, never requirements. */
export const acceptancePrefixes: readonly string[] = termList(`
  AC, CA, DOD, SCENARIO, AK, TCAC,
  АК, КП,
`);

/** Of these, letters that elsewhere stand for what the product can do ("capacité", "capability"). */
export const doublePrefixes: readonly string[] = ['CA'];

/** Letters that name something else: documents, tasks, tests, risks, priorities, standards, products. */
export const foreignPrefixes: readonly string[] = termList(`
  ADR, RFC, PRD, SPEC, DD, DOC, FS, KEP, EIP, PEP, TDD, SRD, BRD, TASK, T, TSK, TC, TP, UT, IT, ET,
  QA, TEST, NG, OOS, RISK, RK, RSK, D, DEC, A, ASM, ASS, ASSUMPTION, Q, OQ, TBD, P, V, L, H, W, E,
  EP, EPIC, PHASE, SPRINT, MS, STEP, DAY, WEEK, DEP, ISSUE, BUG, GAP, CVE, CWE, ALT, OPT, OPTION,
  MIT, FIG, TABLE, APPENDIX, PERSONA, SECTION, LEVEL, TIER, STAGE, PART, V2, V3, AES, SHA, UTF, ISO,
  MD, HTTP, TLS, SSL, GPT, ES, EC2, IPV, SOC, PCI, WCAG, OAUTH, JWT, IEEE, RTX, USB, MP, HTML, CSS,
  BASE, ARM, X, K, S3, LLAMA, CLAUDE, PHP, SCR, TBL, ERR, MSG, ENT, ACT, ACTOR, SQL, WIN, IOS, NODE, UTC, GMT, HS, RS, RSA, CRC, ASCII,
  EAN, GB, BLE, OAUTH2, WEB, INT, FLOAT, UINT, CP, LTE, FY, PM, AM, COVID, ECMA, NIST, ANSI, CTL,
  IP4, IP6, RISC, LOG4J, SAML, TOTP, MFA, GA, CI,
`);

/** What a sentence about a range goes on with, "FR-1 – 5 are done": a number that counts something has its name behind it. */
export const saysOfSeveral =
  /^(?:[&+/]|(?:are|were|have|has|is|apply|applies|belong|cover|depend|describe|define|deal|come|follow|refer|remain|see|and|or|in|from|son|están|cubren|describen|dependen|tratan|vienen|y|o|são|estão|cobrem|descrevem|dependem|tratam|e|ou|sont|ont|couvrent|décrivent|dépendent|viennent|et|sind|werden|gelten|wurden|beschreiben|decken|betreffen|hängen|und|oder|siehe|описывают|относятся|зависят|касаются|покрывают|и|или|là|thuộc|và|hoặc)(?![\p{L}\p{N}]))/iu;

export interface WordId {
  /** Lower-case word(s) that, with a number, make an id: `requirement 3`. */
  readonly words: readonly string[];
  readonly kind: RequirementKind | null;
}

/** "Requirement 3", "User Story 2", "Feature 1" and their translations. */
export const wordIds: readonly WordId[] = [
  {
    kind: null,
    words: termList(`
      requirement, req, requisito, requerimiento, requisit, exigence, besoin, anforderung, yêu cầu,
      engineering requirement, business requirement,
      требование,
      需求, 要求, 要件, 要求事項,
      요구사항, 요구 사항,
    `),
  },
  {
    kind: 'functional',
    words: termList(`
      functional requirement, feature, use case, requisito funcional, requerimiento funcional,
      funcionalidade, funcionalidad, característica, caso de uso, exigence fonctionnelle,
      fonctionnalité, cas d'utilisation, cas d'usage, funktion, anwendungsfall, feature requirement,
      tính năng, chức năng, capability,
      функция, функциональное требование, вариант использования,
      功能, 功能需求, 用例, 機能, 機能要件,
      ユースケース,
      기능, 기능 요구사항, 유스케이스,
    `),
  },
  {
    kind: 'non-functional',
    words: termList(`
      non-functional requirement, nonfunctional requirement, requisito não funcional,
      requisito no funcional, exigence non fonctionnelle, nicht-funktionale anforderung, nfr,
      нефункциональное требование,
      非功能需求, 非機能要件,
      비기능 요구사항,
    `),
  },
  {
    kind: 'story',
    words: termList(`
      user story, story, userstory, historia de usuario, história de usuário, história do usuário,
      historia, história, récit utilisateur, histoire utilisateur, user-story, nutzergeschichte,
      câu chuyện người dùng, câu chuyện, user stories, récit, us,
      пользовательская история, история, юзер-стори, юзер стори,
      用户故事, 用戶故事, 故事,
      ユーザーストーリー, ユーザストーリー, ストーリー,
      사용자 스토리, 유저 스토리, 스토리,
    `),
  },
];
