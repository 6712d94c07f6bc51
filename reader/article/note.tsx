import { percent } from '../words.ts';
import { statementMark } from './lighting.ts';
import { SpeakerLine } from './speaker.tsx';
import { isUncertain, KIND_WORDS, MODALITY_WORDS, notNamed, type Statement } from './statement.ts';

/** Beside the text: who says it, how sure that is, and on request why. */
export function Note({ statement }: { readonly statement: Statement }) {
  const { ordinal, source, cue, kind, modality, confidence, cueKind, rule, speakers } = statement;
  return (
    <div
      class={isUncertain(statement) ? 'note uncertain' : 'note'}
      id={`note-${ordinal}`}
      data-of={statementMark(ordinal)}
      tabIndex={-1}
    >
      <a class="number" href={`#statement-${ordinal}`} aria-label={`Statement ${ordinal + 1}, to its words`}>
        {ordinal + 1}
      </a>
      <div class="who">
        {speakers.length === 0 ? (
          <p class="speaker nobody" dir="auto">
            {notNamed(source?.text)}
          </p>
        ) : (
          speakers.map((speaker) => <SpeakerLine speaker={speaker} />)
        )}
        <p class="how">
          {[cue?.text, KIND_WORDS[kind]].filter((part) => part !== undefined).join(', ')}
          {modality !== undefined && <strong class="modality">{MODALITY_WORDS[modality]}</strong>}
          {isUncertain(statement) && <span class="chip">uncertain</span>}
        </p>
        <details>
          <summary>Why</summary>
          <dl>
            <Fact name="Rule" value={rule} />
            <Fact name="Right with" value={percent(confidence)} />
            <Fact name="Named as" value={source?.text} />
            <Fact name="By the words" value={cue?.text} />
            <Fact name="Which is" value={cueKind ?? undefined} />
          </dl>
        </details>
      </div>
    </div>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | undefined }) {
  if (value === undefined) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
