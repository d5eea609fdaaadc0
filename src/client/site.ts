/** Every custom element of the site. Each upgrades HTML that already works. */
import './copy.ts';
import './seek-later.ts';
import './share-later.ts';
import './tabs.ts';
import './theme-switch.ts';
