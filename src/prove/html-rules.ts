/** The rules of html-validate that pages are held to: those it recommends, but for a few exceptions. */
import type { ConfigData } from 'html-validate';

export const HTML_RULES: ConfigData = {
  root: true,
  extends: ['html-validate:recommended'],
  rules: {
    // The commands are half the bytes of 65,536 pages. There, end tags that HTML lets one leave out
    // are left out, and quotes around values that need none.
    'no-implicit-close': 'off',
    'attr-quotes': ['error', { style: 'any', unquoted: true }],
    // A button inside the search form is meant to submit it, and no other button is inside a form.
    'no-implicit-button-type': 'off',
    // The filters of the search act as they are chosen, and are shown by the script that does it.
    'wcag/h32': 'off',
    // A box that scrolls needs a role and a name to be focused, but is no section of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
    // The anchors of a story's headings are made of its words, and a heading may begin with a number.
    'valid-id': ['error', { relaxed: true }],
  },
};
