/** Made at build time from the locales; see src/build/words-integration.ts. */
declare module 'virtual:portolan/words' {
  type Words = import('../messages/spoken.ts').Words;
  export const words: Record<string, () => Promise<{ default: Words }>>;
}
declare module 'virtual:portolan/english/frame' {
  const frame: import('../messages/spoken.ts').Words['port']['frame'];
  export default frame;
}
declare module 'virtual:portolan/english/share' {
  const share: import('../messages/spoken.ts').Words['port']['share'];
  export default share;
}
declare module 'virtual:portolan/english/missing' {
  const missing: ReturnType<typeof import('../page/missing.ts').missingWords>;
  export default missing;
}
