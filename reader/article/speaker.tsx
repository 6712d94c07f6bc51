import type { Speaker } from '../../shared/language/analysis.ts';
import { entityAddress } from '../addresses.ts';

/** A name that leads to its own page, and the role that the article gives it there. */
export function SpeakerLine({ speaker: { id, name, role } }: { readonly speaker: Speaker }) {
  return (
    <p class="speaker" dir="auto">
      <a href={entityAddress(id)}>{name}</a>
      {role !== undefined && <span class="role">{role}</span>}
    </p>
  );
}
