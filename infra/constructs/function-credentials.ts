/**
 * Takes the place of `@aws-sdk/credential-provider-node` in the bundles: Lambda hands a function its role's credentials in
 * the environment, and nowhere else. The SDK's own search (profiles, SSO, metadata services) is an eighth of a bundle.
 */
export const defaultProvider = () => () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN } = process.env;
  if (!AWS_ACCESS_KEY_ID || !AWS_SECRET_ACCESS_KEY) {
    throw new Error('No credentials in the environment: run the function on Lambda, or by "npm start".');
  }
  return Promise.resolve({
    accessKeyId: AWS_ACCESS_KEY_ID,
    secretAccessKey: AWS_SECRET_ACCESS_KEY,
    sessionToken: AWS_SESSION_TOKEN,
  });
};
