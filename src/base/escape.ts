/** Text between tags. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The value of an attribute, in quotes. */
export const escapeValue = (text: string): string => escapeText(text).replaceAll('"', '&quot;');
