declare namespace App {
  interface Locals {
    /**
     * For the components of stories alone: an author writes <Port number={5432} />, and no page can
     * hand anything through. Every other component is handed what it shows by its page.
     */
    atlas: import('../facts/atlas/atlas.ts').Atlas;
  }
}
