/** Made at build time from the locales; see src/build/words-integration.ts. */
declare module 'virtual:portolan/words' {
  type Words = import('../faq/faq.ts').Words;
  export const words: Record<string, () => Promise<{ default: Words }>>;
}
