import type { QuotationBySpeaker } from '../shared/table/rows/quotation.ts';
import { articleAddress } from './addresses.ts';
import type { Pages } from './api.ts';
import { SpeakerLine } from './article/speaker.tsx';
import { isUncertain, KIND_WORDS, MODALITY_WORDS, notNamed, wordsOf } from './article/statement.ts';
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
            {withSpeaker && <Speakers statement={statement} />}
            <p class="under">
              <time dateTime={statement.publishedAt}>{dayOf(statement.publishedAt)}</time>
              <a dir="auto" href={articleAddress(statement.key)}>
                {statement.headline?.text ?? statement.key}
              </a>
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

function Speakers({ statement: { speakers, source } }: { readonly statement: QuotationBySpeaker }) {
  if (speakers.length === 0)
    return (
      <p class="speaker nobody" dir="auto">
        {notNamed(source?.text)}
      </p>
    );
  return (
    <>
      {speakers.map((speaker) => (
        <SpeakerLine speaker={speaker} />
      ))}
    </>
  );
}
