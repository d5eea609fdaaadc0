/**
 * HTML as a tagged template that escapes whatever is put into it, unless that is HTML already. It is
 * Hono's, without the promises that Hono allows for: nothing that makes our pages waits.
 */
import { html as honoHtml } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

export { raw } from 'hono/html';

export type Html = HtmlEscapedString;

export const html = honoHtml as (strings: TemplateStringsArray, ...values: unknown[]) => Html;
