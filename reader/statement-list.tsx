import type { QuotationBySpeaker } from '../shared/table/rows/quotation.ts';
import { articleAddress, entityAddress } from './addresses.ts';
import type { Pages } from './api.ts';
import { isUncertain, KIND_WORDS, MODALITY_WORDS, speakersOf, wordsOf } from './article/statement.ts';
import { More, Told, Waiting } from './parts.tsx';
import { dayOf } from './words.ts';

interface Listed {
  readonly pages: Pages<QuotationBySpeaker>;
  /** Whether who speaks is told. */
  readonly withSpeaker: boolean;
  readonly nothing: string;
}

/** Statements of several articles; each leads to where it stands. */
export function StatementList({ pages: { state, items, problem, more }, withSpeaker, nothing }: Listed) {
  return (
    <>
      {problem !== undefined && <Told problem={problem} />}
      {state === 'asking' && <Waiting />}
      {state === 'there' && items.length === 0 && more === undefined && <p class="nothing">{nothing}</p>}
      <ol class="statements">
        {items.map((statement) => (
          <li>
            <a class="words" dir="auto" href={articleAddress(statement.key, statement.ordinal)}>
              {wordsOf(statement)}
            </a>
            <p class="under">
              {withSpeaker && <Speaker statement={statement} />}
              <time dateTime={statement.publishedAt}>{dayOf(statement.publishedAt)}</time>
              <span>{KIND_WORDS[statement.kind]}</span>
              {!withSpeaker && statement.speakerRole !== undefined && <span>{statement.speakerRole}</span>}
              {statement.modality !== undefined && (
                <strong class="modality">{MODALITY_WORDS[statement.modality]}</strong>
              )}
              {isUncertain(statement) && <span class="chip unsure">uncertain</span>}
            </p>
          </li>
        ))}
      </ol>
      <More more={more} />
    </>
  );
}

function Speaker({ statement }: { readonly statement: QuotationBySpeaker }) {
  const speakers = speakersOf(statement);
  if (speakers.length === 0) return <span class="nobody">Speaker not clear</span>;
  return (
    <>
      {speakers.map(({ id, name }) => (
        <span>{id === null ? name : <a href={entityAddress(id)}>{name}</a>}</span>
      ))}
    </>
  );
}
