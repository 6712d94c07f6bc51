import { entityAddress } from '../addresses.ts';
import { statementMark } from './lighting.ts';
import type { Speaker } from '../../shared/language/analysis.ts';
import { isUncertain, notNamed, type Statement, wordsOf } from './statement.ts';
import { grouped } from '../grouped.ts';

/** Under the text: what each speaker says, in the order in which they first speak. */
export function BySpeaker({ statements }: { readonly statements: readonly Statement[] }) {
  if (statements.length === 0) return null;
  const groups = grouped(
    statements.flatMap((statement) => {
      const speakers: readonly (Speaker | undefined)[] = statement.speakers;
      return (speakers.length === 0 ? [undefined] : speakers).map((speaker) => ({ statement, speaker }));
    }),
    ({ speaker }) => speaker?.id ?? '',
  );
  return (
    <section class="by-speaker" aria-labelledby="who-says-what">
      <h2 id="who-says-what">Who says what</h2>
      {[...groups.values()].map((said) => (
        <div class="speaker-group">
          <h3>{speakerHeading(said[0]!.speaker)}</h3>
          <ol>
            {said.map(({ statement }) => (
              <li
                class={isUncertain(statement) ? 'said uncertain' : 'said'}
                data-of={statementMark(statement.ordinal)}
                value={statement.ordinal + 1}
              >
                <a href={`#statement-${statement.ordinal}`}>{wordsOf(statement)}</a>
                {statement.speaker === null && statement.source !== null && (
                  <span class="role">by {statement.source.text}</span>
                )}
              </li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function speakerHeading(speaker: Speaker | undefined) {
  if (speaker === undefined) return notNamed(undefined);
  return (
    <>
      <a href={entityAddress(speaker.id)}>{speaker.name}</a>
      {speaker.role !== undefined && <span class="role">{speaker.role}</span>}
    </>
  );
}
