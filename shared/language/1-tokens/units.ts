import { cutAt } from './piece.ts';
import type { TokenPass } from './piece.ts';

/** A figure and the unit written onto it: "5pm", "10km", "3m"; not "1980s", "10th", "4x4", "B-29s". */
const FIGURE_WITH_UNIT =
  /^(\d[\d.,]*)(?:[ap]\.?m\.?|[kmc]?m|[km]?g|km\/h|kph|mph|kw|mw|gw|kwh|mwh|lbs?|oz|ft|[kmb]n?|tn|bps?|hrs?|mins?|secs?|yrs?|[kmgt]b|[mgk]?hz|°?[cf]|p)$/i;

/** Cuts a unit from its figure. */
export const splitUnits: TokenPass = (piece, text) => {
  const word = text.slice(piece.start, piece.end);
  if (word.length > 24) return [piece];
  const figure = FIGURE_WITH_UNIT.exec(word)?.[1];
  return figure ? cutAt(piece, [piece.start + figure.length]) : [piece];
};
