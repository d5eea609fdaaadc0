/** Lets a browser search here from its address bar. */
import type { APIRoute } from 'astro';

export const GET: APIRoute = ({ site }) => {
  const address = (path: string) => new URL(path, site).href;
  const description = `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Portolan</ShortName>
<Description>TCP and UDP ports by number, service, program or error message.</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image type="image/svg+xml">${address('/favicon.svg')}</Image>
<Url type="text/html" method="get" template="${address('/search')}?q={searchTerms}"/>
<Url type="application/opensearchdescription+xml" rel="self" template="${address('/opensearch.xml')}"/>
</OpenSearchDescription>
`;
  return new Response(description, {
    headers: { 'Content-Type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
};
