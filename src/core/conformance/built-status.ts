const built =
  /^(?:implemented|completed?|done|shipped|released|delivered|deployed|live|built|fertig|umgesetzt|implementiert|implementado|implementada|implémenté|реализован\p{L}*|已实现|已完成|実装済み?|구현됨?|đã triển khai)(?![\p{L}\p{N}])/iu;

/** Whether a status says that everything in the spec was built. `Final` and `Accepted` say that of the text. */
export function isBuiltStatus(status: string): boolean {
  return built.test(status.replace(/^[^\p{L}]+/u, '').trim());
}
