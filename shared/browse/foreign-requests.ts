import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a request to a server of this machine comes from elsewhere: under another name that leads here (DNS rebinding), or
 * from another site's script, frame or form. Programs send neither an origin nor `Sec-Fetch` headers.
 */
export function isForeign(headers: IncomingHttpHeaders, port: number): boolean {
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin, 'sec-fetch-site': site, 'sec-fetch-mode': mode } = headers;
  if (host === undefined || !own.includes(host)) return true;
  if (origin !== undefined && !own.some((name) => origin === `http://${name}`)) return true;
  // A link on another site may lead here: the answer is seen, and nothing is told to that site.
  return site !== undefined && site !== 'same-origin' && site !== 'none' && mode !== 'navigate';
}
