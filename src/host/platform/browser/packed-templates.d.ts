/** Made by scripts/web-bundle.mjs from the folder `templates`. */
declare module 'packed-templates' {
  /** Text of each file by its path below the folder. */
  export const packedTemplates: Readonly<Record<string, string>>;
}
