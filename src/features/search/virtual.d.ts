/** Made by src/build/search-integration.ts. */
declare module 'virtual:portolan/known' {
  /** The documented ports, as documented.ts reads them. */
  export const documented: string;
  /** '22 SSH|80 HTTP': the most wanted ports with their names. */
  export const names: string;
}
