import type { MetadataEntry } from '../spec-document';

/** What entries of a spec's metadata are called, in lower case. */
const names = {
  status: [
    'status',
    'estado',
    'statut',
    'situação',
    '状态',
    '状態',
    'ステータス',
    'статус',
    '상태',
    'trạng thái',
  ],
  source: [
    ...['prd', 'related prd', 'source', 'initiative', 'conversation'],
    ...['zugehöriges prd', 'quelle', 'vorhaben', 'gespräch'],
    ...['prd relacionado', 'fuente', 'iniciativa', 'conversación', 'fonte', 'conversa'],
    ...['prd associé', '相关 prd', '来源', '举措', '对话', '関連prd', '出典', '施策', '会話'],
    // What teams call it of their own accord; last, since some also write what is required behind these.
    ...[
      'requirements',
      'requirement',
      'product requirements',
      'requirements document',
      'feature spec',
      'spec',
    ],
    ...['anforderungen', 'anforderung', 'anforderungsdokument', 'lastenheft', 'requisitos', 'requerimientos'],
    ...[
      'documento de requisitos',
      'exigences',
      'cahier des charges',
      '需求',
      '需求文档',
      '要件',
      '要件定義',
      '요구사항',
    ],
  ],
} as const;

export type MetadataName = keyof typeof names;

/** Every name of an entry, in the order in which they count. */
export function namesOfMetadata(name: MetadataName): readonly string[] {
  return names[name];
}

/** An entry of a spec's metadata, whichever of its names the spec uses. */
export function metadataNamed(
  metadata: ReadonlyMap<string, MetadataEntry>,
  name: MetadataName,
): MetadataEntry | undefined {
  for (const label of names[name]) {
    const entry = metadata.get(label);
    if (entry !== undefined) return entry;
  }
  return undefined;
}

/** Whether a label, in lower case, is a name of the entry. */
export function isMetadataName(name: MetadataName, label: string): boolean {
  return (names[name] as readonly string[]).includes(label);
}
