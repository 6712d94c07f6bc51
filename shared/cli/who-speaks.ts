import type { Quotation } from '../language/analysis.ts';

const asWritten = (text: string): string => text;

/** `Ann Cole, mayor, and Bill Tarn`; `speaker not named: U.S. officials`. */
export function whoSpeaks(
  { speakers, source }: Pick<Quotation, 'speakers'> & { readonly source?: string | undefined },
  emphasise: (text: string) => string = asWritten,
): string {
  if (speakers.length > 0)
    return speakers.map(({ name, role }) => [name, role].filter(Boolean).join(', ')).join(' and ');
  return `${emphasise('speaker not named')}${source === undefined ? '' : `: ${source}`}`;
}
