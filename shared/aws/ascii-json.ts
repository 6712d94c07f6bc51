/** In ASCII: S3 keys may hold characters, such as U+FFFF, that SQS refuses in a message. */
export const asciiJson = (message: object): string =>
  JSON.stringify(message).replace(
    /[\u007F-\uFFFF]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
