/** Every custom element of the site. Each upgrades HTML that already works. */
import './copy.ts';
import './seek.ts';
import './tabs.ts';
import './theme-switch.ts';
