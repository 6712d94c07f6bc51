import type { Paragraph } from '../../shared/article/article.ts';
import type { Entity } from '../../shared/language/analysis.ts';
import { entityAddress, statementAnchor } from '../addresses.ts';
import { isValue } from '../words.ts';
import { entityMark, statementMark } from './lighting.ts';
import { type MarksByParagraph, type Piece, type Run, runsOf } from './marks.ts';
import { isUncertain, labelOf, type Statement } from './statement.ts';

interface Marked {
  readonly paragraph: Paragraph;
  readonly marks: MarksByParagraph;
  readonly entities: readonly Entity[];
  readonly statements: ReadonlyMap<number, Statement>;
}

/** A paragraph's own text, nothing left out and nothing but text: names are links, statements are marked and numbered. */
export function MarkedParagraph({ paragraph, marks, entities, statements }: Marked) {
  const runs = runsOf(paragraph, marks);
  return (
    <>
      {runs.map((run, index) => (
        <>
          <MarkedRun run={run} entities={entities} statements={statements} />
          {endingIn(run, runs[index + 1]).map((ordinal) =>
            isEndOf(statements.get(ordinal), paragraph, run) ? (
              <Reference statement={statements.get(ordinal)!} />
            ) : null,
          )}
        </>
      ))}
    </>
  );
}

const endingIn = ({ said }: Run, next: Run | undefined): number[] =>
  said.filter((ordinal) => !next?.said.includes(ordinal));

/** Where the last of a statement's words are: there its number stands. */
function isEndOf(statement: Statement | undefined, { ordinal }: Paragraph, { pieces }: Run): boolean {
  const end = statement?.contents.at(-1);
  const last = pieces.at(-1)!;
  return end?.paragraph === ordinal && end.end === last.start + last.text.length;
}

function Reference({ statement }: { readonly statement: Statement }) {
  const { ordinal } = statement;
  return (
    <a
      class="reference"
      href={`#note-${ordinal}`}
      id={statementAnchor(ordinal)}
      data-of={statementMark(ordinal)}
      aria-label={labelOf(statement)}
    >
      {ordinal + 1}
    </a>
  );
}

function MarkedRun({ run, entities, statements }: { readonly run: Run } & Omit<Marked, 'paragraph' | 'marks'>) {
  const pieces = run.pieces.map((piece) => <MarkedPiece piece={piece} entities={entities} />);
  if (run.said.length === 0) return <>{pieces}</>;
  const uncertain = run.said.some((ordinal) => {
    const statement = statements.get(ordinal);
    return statement !== undefined && isUncertain(statement);
  });
  return (
    <span class={uncertain ? 'said uncertain' : 'said'} data-of={run.said.map(statementMark).join(' ')}>
      {pieces}
    </span>
  );
}

function MarkedPiece({ piece, entities }: { readonly piece: Piece; readonly entities: readonly Entity[] }) {
  const { text, saying } = piece;
  const [innermost] = piece.entities;
  const entity = innermost && entities[innermost.index];
  const of = [...piece.entities.map(({ index }) => entityMark(index)), ...saying.map(statementMark)].join(' ');
  if (entity === undefined) return of === '' ? text : <span data-of={of}>{text}</span>;
  const look = `mark ${entity.type} ${innermost!.kind}`;
  // Who "he" is, is told to who points, and among the names beside: names alone lead on, and are gone through with the keyboard.
  if (isValue(entity.type) || innermost!.kind !== 'name') {
    return (
      <span class={look} data-of={of} title={innermost!.kind === 'name' ? undefined : entity.name}>
        {text}
      </span>
    );
  }
  return (
    <a class={look} data-of={of} href={entityAddress(entity.id)}>
      {text}
    </a>
  );
}
