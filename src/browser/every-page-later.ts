/** Every custom element of the site but the first. Each upgrades HTML that already works. */
import './theme-switch.ts';
import './language-switch.ts';
import './copy-button.ts';
import './open-details.ts';
import './current-section.ts';
import './feedback-later.ts';
import './share-later.ts';
import './search-box-later.ts';
