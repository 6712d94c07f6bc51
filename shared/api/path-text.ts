/**
 * API Gateway decodes a path before it is matched, and cuts it at a decoded "?": an id that holds "/", "?", "#", "%" or "~"
 * cannot travel percent-encoded. In paths of this API "~" may stand for "%", and is left alone by all that lies between:
 * "PERSON~23jake-sullivan", "what~3F.txt". Other characters may be encoded as usual.
 */
export const pathText = (text: string): string => encodeURIComponent(text).replaceAll('~', '~7E').replaceAll('%', '~');

/** @returns undefined where the text is not encoded UTF-8. */
export function fromPathText(text: string): string | undefined {
  const encoded = encodeURIComponent(text.toWellFormed()).replace(/~([0-9A-Fa-f]{2})/g, '%$1');
  try {
    return decodeURIComponent(encoded);
  } catch {
    return undefined;
  }
}
