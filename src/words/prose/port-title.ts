/** What a page is called where its number must stand in the title and the site's name need not. */
import type { PortPage } from '../../facts/schemas/port-page.ts';

export function portTitle({ port, title }: PortPage): string {
  const number = `Port ${port}`;
  return title.startsWith(number) ? title : `${number}: ${title}`;
}
