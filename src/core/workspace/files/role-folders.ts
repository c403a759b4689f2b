/** Folders named for the technical role of what is in them, not for a part of the product. */
const roleFolders: ReadonlySet<string> = new Set(
  `src source lib libs app apps pkg internal cmd server client web www frontend front-end backend back-end mobile ios
  android desktop ui gui core common shared main java kotlin resources static public assets styles components pages
  views screens layouts templates hooks composables stores store state routes routers router controllers controller
  handlers handler middleware middlewares models model entities entity schemas schema types interfaces services service
  repositories repository dao db database migrations migration migrate seeds prisma sql queries api apis graphql rest rpc proto http
  jobs workers tasks events utils util helpers tests test __tests__ spec specs e2e integration unit packages modules crates
  features domains domain scripts bin`.split(/\s+/),
);

/** Whether a word names a technical role, as a folder of that name does. */
export function isRoleName(word: string): boolean {
  return roleFolders.has(word.toLowerCase());
}

/** Whether a folder is named for a technical role (`web/src`), not for a part of the product (`billing`). */
export function isRoleFolder(folder: string): boolean {
  return folder.split('/').every((segment) => segment === '' || isRoleName(segment));
}
