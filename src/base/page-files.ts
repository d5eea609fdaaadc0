/**
 * The file of a port's page. 404.html is what hosts show for an address that does not exist, so the
 * page of port 404 is kept under another name; the server and _redirects give it at /404 all the same.
 */

export const PORT_404_FILE_ADDRESS = '/port-404';

const NOT_FOUND = 404;
const ELSEWHERE = PORT_404_FILE_ADDRESS.replace(/^\//, '').replace(/\.html$/, '');

export const fileOf = (port: number) => (port === NOT_FOUND ? ELSEWHERE : String(port));

export const portOfFile = (name: string) => (name === ELSEWHERE ? NOT_FOUND : Number(name));
