import { isUtf8 } from 'node:buffer';
import { ArticleRejected } from './article-rejected.ts';

/** Windows-1252 from 0x80 to 0x9F, where it is not Latin-1; bytes without a character are its control characters. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ';

const byteOf = (character: string): number => {
  const place = WINDOWS_1252.indexOf(character);
  return place < 0 ? character.charCodeAt(0) : 0x80 + place;
};

/** Characters that bytes over 127 are read as. */
const RUN =
  /[\u0080-\u00FF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2022\u2026\u2030\u2039\u203A\u20AC\u2122]{2,}/g;

/** An accented small letter, a sign, a quote or dash: "É”" alone is French in capitals before a closing quote. */
const SIGNATURE = /\u00C3[\u00A0-\u00BF]|\u00C2[\u00A0-\u00BF]|\u00E2\u20AC/;

/** What is left of a curly quote, a dash or an ellipsis of which a byte was lost: it cannot be told which it was. */
const BROKEN = /\u00E2\u20AC\u{FFFD}|\u00C3\u{FFFD}|\u00E2\u{FFFD}/u;

/**
 * UTF-8 that was once read as Windows-1252 and saved again ("â€œ" for "“"), read as it was meant. Undefined where there is
 * none.
 * @throws ArticleRejected where some of it cannot be reversed.
 */
export function mendMojibake(text: string): string | undefined {
  if (BROKEN.test(text)) {
    const at = BROKEN.exec(text)!.index;
    throw new ArticleRejected(
      'MOJIBAKE',
      `The text was read in a wrong encoding before it came here, and characters were lost ("${text.slice(Math.max(0, at - 20), at + 10).replace(/\s+/g, ' ')}"): ` +
        'export it from its source again, as UTF-8.',
    );
  }
  if (!SIGNATURE.test(text)) return undefined;
  const mended = text.replace(RUN, (run) => {
    const bytes = Buffer.from(Array.from(run, byteOf));
    return isUtf8(bytes) ? bytes.toString('utf8') : run;
  });
  return mended === text ? undefined : mended;
}
