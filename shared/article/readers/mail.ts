import PostalMime, { type Email } from 'postal-mime';
import { ArticleRejected } from '../article-rejected.ts';
import { MAX_MIME_DEPTH } from '../limits.ts';
import { blocksOf } from '../markup/blocks.ts';
import { parseHtml } from '../markup/parse-html.ts';
import { plainBlocks } from '../markup/plain-blocks.ts';
import { oneLine } from '../one-line.ts';
import type { Block, FormatReader, Reading } from '../reading.ts';
import { statedBy } from '../stated.ts';

/** "Re: FW: Mayor opens library" */
const REPLY = /^(?:(?:re|fwd?|aw|wg|tr|sv)\s*:\s*)+/i;

/** RFC 3676: a line of two hyphens and a space begins a signature. */
const SIGNATURE = /\r?\n-- \r?\n[\s\S]*$/;

/** A mail: subject, date, and the text of its plain part, or of its HTML where it has no other. Attachments are left out. */
export const readMail: FormatReader = async ({ bytes }): Promise<Reading> => {
  const mail = await parse(bytes);
  const text = mail.text ?? '';
  const signature = SIGNATURE.exec(text)?.[0] ?? '';
  const plain = plainBlocks(text.slice(0, text.length - signature.length));
  const blocks = plain.length > 0 ? plain : mail.html ? blocksOf(parseHtml(mail.html)) : [];
  if (blocks.length === 0) {
    throw new ArticleRejected(
      'EMPTY',
      'The mail holds no text beside its attachments: drop the attached article itself.',
    );
  }
  const subject = oneLine(mail.subject ?? '').replace(REPLY, '');
  return {
    headline: subject === '' ? undefined : subject,
    blocks: [...blocks, ...signatureBlocks(signature)],
    stated: statedBy({
      publishedAt: mail.date,
      source: senderOf(mail),
      guid: mail.messageId?.replace(/^<|>$/g, ''),
      statedLanguage: mail.headers.find(({ key }) => key === 'content-language')?.value,
    }),
  };
};

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, { maxNestingDepth: MAX_MIME_DEPTH });
  } catch (error) {
    throw new ArticleRejected(
      'TOO_COMPLEX',
      `The mail cannot be taken apart (${(error as Error).message}): drop the text of the article alone.`,
    );
  }
}

const senderOf = ({ from }: Email): string | undefined => (from?.name === '' ? from.address : from?.name);

const signatureBlocks = (signature: string): Block[] =>
  plainBlocks(signature.replace(/^\s*-- /, '')).map(({ text }) => ({ text, role: 'contact' }));
