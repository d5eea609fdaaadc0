/** The one language of the package: takes the place of base/locale-files.ts. */
import type { Locale } from '../base/locale-files.ts';

export const LOCALES: readonly Locale[] = [
  { code: 'en', name: 'English', direction: 'ltr', script: 'Latn' },
];
