import type { Entity } from '../../shared/language/analysis.ts';
import { Elsewhere } from '../parts.tsx';

/** Where others tell of the same person, body or place. */
export function KnownElsewhere({ wikidata, geonames }: { [Name in 'wikidata' | 'geonames']: Entity[Name] }) {
  return (
    <>
      {wikidata !== undefined && (
        <Elsewhere name="Wikidata" address={`https://www.wikidata.org/wiki/${encodeURIComponent(wikidata)}`} />
      )}
      {geonames !== undefined && <Elsewhere name="GeoNames" address={`https://www.geonames.org/${geonames}`} />}
    </>
  );
}
