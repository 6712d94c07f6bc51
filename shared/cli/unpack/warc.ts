import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { WARCParser } from 'warcio';
import { MAX_FILE_BYTES } from '../../article/limits.ts';
import { parseArticle } from '../../article/parse-article.ts';
import { type BadMember, type Member, memberName } from './member.ts';

/** The pages of a web archive, record by record: the file may be larger than the memory. */
export async function* unpackWarc(path: string): AsyncGenerator<Member | BadMember> {
  const source = Readable.toWeb(createReadStream(path)) as AsyncIterable<Uint8Array>;
  for await (const record of WARCParser.iterRecords(source)) {
    const uri = record.warcTargetURI;
    if (record.warcType !== 'response' || !uri) continue;
    const contentType = record.httpHeaders?.headers.get('content-type') ?? '';
    if (record.httpHeaders?.statusCode !== 200 || !/html|text\/plain/.test(contentType)) continue;
    const name = memberName(uri, contentType.includes('html') ? '.html' : '.txt');
    const body = await record.readFully(true);
    if (body.length > MAX_FILE_BYTES) {
      yield { name, problem: `the page has ${body.length} bytes, at most ${MAX_FILE_BYTES} are read` };
      continue;
    }
    const dated = await statesDate(body, contentType);
    yield { name, body, contentType, ...(!dated && { publishedAt: record.warcDate ?? undefined }) };
  }
}

/** A page that does not date itself is as old as the crawl. */
async function statesDate(body: Uint8Array, contentType: string): Promise<boolean> {
  try {
    return (await parseArticle(body, { contentType })).publishedAt !== undefined;
  } catch {
    return false;
  }
}
