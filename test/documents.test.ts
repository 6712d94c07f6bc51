import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from '@jest/globals';

const documents = [
  'README.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...filesUnder('docs'),
  ...filesUnder('training'),
  ...filesUnder('shared'),
];

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(folder, name));
}

/** Relative links and images of a Markdown file, without their anchors. */
const linksOf = (text: string) =>
  [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!)
    .filter((target) => !/^(?:[a-z]+:|#)/.test(target));

describe('documents', () => {
  test.each(documents)('every link of %s leads to a file', (file) => {
    const broken = linksOf(readFileSync(file, 'utf8'))
      .map((target) => target.split('#')[0]!)
      .filter((target) => !existsSync(join(dirname(file), target)));
    expect(broken).toEqual([]);
  });

  // A figure without the day and the command that gave it cannot be checked.
  const measured = readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name))
    .filter((file) => /\d\.\d %|\d ms\b/.test(readFileSync(file, 'utf8')));

  test.each(measured)('%s says when and by which command its figures were measured', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/20\d\d-\d\d-\d\d/);
    expect(text).toMatch(/npm (?:run|test)|`test\//);
  });

  test.each(filesUnder('docs/decisions'))('%s has a number, a status and a date', (file) => {
    const text = readFileSync(file, 'utf8');
    const number = Number(/(\d{4})-/.exec(file)?.[1]);
    expect(text).toMatch(
      new RegExp(
        `^# ${number}\\. .+\\n\\n- Status: (?:accepted|superseded by \\d+)\\n- Date: 20\\d\\d-\\d\\d-\\d\\d\\n`,
      ),
    );
  });
});
