import { HeadObjectCommand, S3ServiceException } from '@aws-sdk/client-s3';
import type { Drop, DropTarget } from './drop-articles.ts';
import { digestOf } from './unpack/member.ts';
import { unpackFile } from './unpack/unpack-file.ts';

/** Who is told of what is not dropped. */
interface Told {
  bad(member: { readonly key: string; readonly problem: string }): void;
  there(key: string): void;
}

/**
 * Files as they are, and the articles of those that hold several, each under the key of the file and a name of its own. What
 * has been dropped before with the same bytes is passed over: so an unpacking that was ended goes on.
 */
export async function* takeApart(files: readonly Drop[], told: Told, inbox?: DropTarget): AsyncGenerator<Drop> {
  for (const file of files) {
    let members;
    try {
      // What comes from standard input is one article.
      members = file.body ? undefined : await unpackFile(file.path);
    } catch (error) {
      told.bad({ key: file.key, problem: `it cannot be taken apart (${(error as Error).message})` });
      continue;
    }
    if (members === undefined) {
      yield file;
      continue;
    }
    try {
      for await (const member of members) {
        const key = `${file.key}/${member.name}`;
        if ('problem' in member) {
          told.bad({ key, problem: member.problem });
          continue;
        }
        const { body, contentType, publishedAt } = member;
        const digest = digestOf(body);
        if (inbox && (await stands(inbox, key, digest))) told.there(key);
        else yield { path: file.path, key, body, contentType, digest, publishedAt };
      }
    } catch (error) {
      told.bad({ key: file.key, problem: `the rest of it cannot be read (${(error as Error).message})` });
    }
  }
}

async function stands({ s3, bucket }: DropTarget, key: string, digest: string): Promise<boolean> {
  try {
    const { Metadata } = await s3.send(new HeadObjectCommand({ Bucket: bucket, Key: key }));
    return Metadata?.['digest'] === digest;
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return false;
    throw error;
  }
}
