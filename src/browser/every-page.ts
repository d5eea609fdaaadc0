/**
 * The script of every page. What would move the page if it came late comes first; the rest is fetched
 * beside the page, which is complete without it.
 */
import './command-tabs.ts';

import('./every-page-later.ts');
