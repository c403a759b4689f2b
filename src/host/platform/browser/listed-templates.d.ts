/** Made by scripts/web/web-twins.mjs from the folder `templates`. */
declare module 'listed-templates' {
  /** Size in bytes of each file by its path below the folder. */
  export const listedTemplates: Readonly<Record<string, number>>;
}
