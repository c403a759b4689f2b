import type { Requirement, Source } from '../../source/source';
import type { StackProfile } from '../../workspace/context';
import { isHollow } from '../../text/content';
import { ownTitle } from '../../source/own-title';
import { fileName } from '../../text/path';
import { oneLine } from '../../text/said';

/** A part of the work, as the source groups it: the closest thing to a component that is known without a design. */
export interface WorkArea {
  readonly name: string;
  readonly requirements: readonly Requirement[];
  /** Folder of the workspace with the same name, or `null`. */
  readonly module: string | null;
}

/** Headings that group requirements by sort and not by subject, in the languages that PRDs are found in. */
const generic =
  /^(?:(?:core|key|main|product|system|technical|business|engineering|detailed|all)\s+)*(?:(?:non[- ]?)?functional\s+)?(?:requirements?|user\s+stor(?:y|ies)|features?|feature\s+list|functionality|specifications?|scope|in\s+scope|constraints?|use\s+cases?|acceptance\s+criteria|goals?|mvp)(?:\s*(?:&|and)\s*(?:acceptance\s+criteria|scope|testing))?(?:\s*\([^)]*\))?$|^(?:(?:nicht)?funktionale\s+)?(?:anforderungen|funktionen)$|^(?:requisitos|requerimientos|historias\s+de\s+usu[aá]rio|funcionalidades)(?:\s+(?:n[aã]o\s+|no\s+)?funciona(?:is|les))?$|^(?:exigences|fonctionnalités)(?:\s+(?:non\s+)?fonctionnelles)?$|^(?:(?:не)?функциональные\s+)?требования$|^(?:yêu\s+cầu|tính\s+năng).{0,20}$|^(?:(?:核心|主要|产品|非)?(?:功能|需求|用户故事|用例)(?:需求|列表|说明|描述)?|要件|機能(?:要件|一覧)?|(?:비)?기능\s?요구\s?사항|요구\s?사항)$/iu;

/** Headings by which people say that now comes what they want. */
const wanting =
  /^(?:what\s+(?:we|i|they|you|users?|customers?)\s+(?:want|need|would\s+like|expect|ask\s+for)|what\s+(?:is|has|needs)\s+(?:(?:to\s+be\s+)?(?:wanted|needed|built|done|asked\s+for))|(?:the\s+)?(?:ask|asks|wish(?:es)?|wish\s*list|wants|needs)|to-?\s?dos?|deliverables|was\s+(?:wir|ich)\s+(?:wollen|will|brauchen?)|wünsche|ce\s+que\s+(?:nous\s+voulons|l['’]on\s+veut)|ce\s+qu['’]on\s+veut|(?:lo\s+)?qu[eé]\s+queremos|o\s+que\s+queremos|что\s+(?:мы\s+хотим|нужно)|chúng\s+tôi\s+muốn\s+gì|我们(?:想要|要|需要)(?:什么|的)?|やりたいこと|欲しいもの|우리가\s?원하는\s?것)[.:?]?$/iu;
/** A place where people talk and when: `Slack #shop-product, 2026-11-12` names no part of a product. */
const talk =
  /(?:^|\s)#[\p{L}\d][\p{L}\d_-]*|^(?:slack|teams|discord|chat|zoom|meeting|call|transcript|notes?|minutes|protokoll|besprechung)\b.*\d{4}/iu;

/**
 * Groups the requirements to build by the headings of the source; requirements under a heading that only names their
 * sort stand under the document's title. Names are
 * unique and plain, without commas and marks, since tables list them.
 */
export function workAreas(source: Source, stack: StackProfile): readonly WorkArea[] {
  const areas = new Map<string, { name: string; requirements: Requirement[] }>();
  for (const requirement of buildable(source)) {
    const name =
      areaName(requirement.group ?? '') ??
      areaName(ownTitle(source)) ??
      areaName(fileName(source.path).replace(/\.[^.]+$/u, '')) ??
      'spec';
    const key = name.toLowerCase();
    const area = areas.get(key) ?? { name, requirements: [] };
    area.requirements.push(requirement);
    areas.set(key, area);
  }
  return [...areas.values()].map((area) => ({ ...area, module: moduleOf(area.name, stack.modules) }));
}

/** Requirements that need work: a measure of success has none of its own. */
export function buildable(source: Source): readonly Requirement[] {
  return source.requirements.filter(({ kind }) => kind !== 'success-criterion');
}

function areaName(heading: string): string | null {
  if (talk.test(oneLine(heading))) return null;
  const name = oneLine(heading)
    .replace(/(?:(?<!\s)\s+)?[,;:、，；：|/\\]+\s*/gu, ' / ')
    .replace(/[*_`<>()[\]{}#~&]+/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(
      /^(?:[^\p{L}\p{N}]|\d+(?:\.\d+)*(?:[.)]\s*|\s+)|[一二三四五六七八九十]+ \/ )+|(?<![\s/])[\s/]+$/gu,
      '',
    );
  return !/\p{L}/u.test(name) || isHollow(name) || generic.test(name) || wanting.test(name) ? null : name;
}

/** The one module whose last folder has the area's name, whatever the case, plural or separators. */
function moduleOf(name: string, modules: readonly string[]): string | null {
  const wanted = bareName(name);
  const found = modules.filter((module) => bareName(module.split('/').at(-1) ?? '') === wanted);
  return wanted !== '' && found.length === 1 ? (found[0] ?? null) : null;
}

function bareName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/s$/, '');
}
