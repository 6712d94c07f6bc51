import { Sha256 } from '@aws-crypto/sha256-js';
import { defaultProvider } from '@aws-sdk/credential-provider-node';
import { SignatureV4 } from '@smithy/signature-v4';

/** Asks the API; `path` with its query, as the browser sent it. */
export type AskApi = (path: string, headers: Readonly<Record<string, string>>) => Promise<Response>;

/** Questions take seconds at most: the API's own limit, and the way. */
const TIMEOUT_MS = 15_000;

/** An API that checks no signature: the one that `npm start` runs here. */
export const plainApi =
  (url: string): AskApi =>
  (path, headers) =>
    fetch(new URL(`.${path}`, withSlash(url)), { headers, signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });

/**
 * A deployed API, asked with the AWS credentials of who runs this process, as its IAM authorizer demands
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-access-control-iam.html).
 */
export function signedApi(url: string): AskApi {
  const { hostname } = new URL(url);
  const signer = new SignatureV4({
    service: 'execute-api',
    region: regionOf(hostname),
    credentials: defaultProvider(),
    sha256: Sha256,
  });
  return async (path, headers) => {
    const target = new URL(`.${path}`, withSlash(url));
    const signed = await signer.sign({
      method: 'GET',
      protocol: target.protocol,
      hostname,
      path: target.pathname,
      query: Object.fromEntries(target.searchParams),
      headers: { ...headers, host: target.host },
    });
    const { host, ...sent } = signed.headers;
    return fetch(target, { headers: sent, signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
  };
}

/** "abc123.execute-api.eu-west-1.amazonaws.com" is in "eu-west-1". */
function regionOf(hostname: string): string {
  const region = /\.execute-api\.([a-z0-9-]+)\./.exec(hostname)?.[1];
  if (region === undefined) throw new Error(`${hostname} is not the address of an API on AWS: its region is not told.`);
  return region;
}

/** A path is added behind the stage, where there is one. */
const withSlash = (url: string): string => (url.endsWith('/') ? url : `${url}/`);
