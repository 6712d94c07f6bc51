import { wordSet } from '../../lexicon/closed-classes.ts';

/**
 * Names of the markets' figures, put together by hand from what everybody can read in a newspaper's tables: facts, which
 * nobody owns. The open lists of names have none, as they list bodies.
 */

/** Parted by "|". */
const list = (names: string): readonly string[] => names.split('|').map((name) => name.trim());

/** Names of indices, rates and prices that name nothing else, as `plainName` writes them. */
export const INDICES: ReadonlySet<string> = new Set(
  list(`dow jones industrial|dow jones industrials|dow jones industrial average|dow jones industrial averages|
    dow jones transportation average|dow jones utility average|dow jones average|dow jones averages|dow industrials|
    dow transports|djia|nasdaq composite|nyse composite|amex composite|footsie|ftse all share|ftse mib|ftse eurofirst|s&p mib|
    dax|mdax|sdax|tecdax|xetra dax|cac|ibex|euro stoxx|eurostoxx|stoxx europe|eurotop|nikkei stock average|nikkei average|
    topix|shanghai composite|shenzhen composite|shenzhen component|kospi|taiex|sensex|bse sensex|nifty|cnx nifty|
    all ordinaries|s&p asx|s&p tsx|s&p tsx composite|tsx composite|ibovespa|merval|jakarta composite|psei|klci|tasi|
    jse all share|msci world|msci emerging markets|msci asia pacific|philadelphia semiconductor|baltic dry|vix|libor|
    euribor|west texas intermediate`),
);

/** Names that an index bears with the number of its members: "S&P 500", "BEL-20". */
export const COUNTED_INDICES: ReadonlySet<string> = new Set(
  list(`s&p|s&p global|s&p midcap|s&p smallcap|s&p asx|s&p tsx|standard & poor's|standard and poor's|russell|wilshire|
    nasdaq|dow|dow jones stoxx|dow jones euro stoxx|ftse|ftse eurofirst|ftseurofirst|eurotop|stoxx|stoxx europe|
    euro stoxx|eurostoxx|cac|dax|ibex|aex|bel|psi|sbf|smi|atx|omx|omxs|omx stockholm|obx|nikkei|topix|csi|kse|nifty|
    cnx nifty|kospi|hang seng|wig|bist|egx|ta|asx|nzx|nzse|tsx|jse top|lq|set|vn`),
);

/** Names of coins that are kept in computers; money has no type of name. */
export const COINS = wordSet('bitcoin bitcoins ether dogecoin litecoin');

/** Names that an index shares with the exchange, the firm, the bank or the newspaper that publishes it. */
export const SHARED_WITH_INDEX: ReadonlySet<string> = new Set(
  list(`dow jones|dow|nasdaq|s&p|standard & poor's|standard and poor's|standard & poor|ftse|stoxx|russell|msci|nikkei|
    hang seng|straits times|bovespa|micex|rts|nyse|amex|jse|smi|atx|aex|omx|tsx|asx|kosdaq|bse|nse|psi|wig|bux`),
);

/** Of these only the index is written with "the". */
export const DEFINITE_INDICES: ReadonlySet<string> = new Set(
  list('dow|dow jones|s&p|ftse|stoxx|russell|hang seng|smi|atx|aex'),
);

/** "the Merval index", "Dow futures": what only an index has or is. */
export const INDEX_NOUNS = wordSet('index indices indexes gauge barometer benchmark futures');

/** What a market does, and nobody else does so barely. */
export const MOVES =
  /^(?:r[io]ses?|rising|risen|f[ae]lls?|falling|fallen|declin(?:es?|ed|ing)|plung(?:es?|ed|ing)|tumbl(?:es?|ed|ing)|slid(?:es?|ing)?|slump(?:s|ed|ing)?|surg(?:es?|ed|ing)|soar(?:s|ed|ing)?|rall(?:y|ies|ied|ying)|drop(?:s|ped|ping)?|dip(?:s|ped|ping)?|s[ai]nks?|sinking|sunk|climb(?:s|ed|ing)?|jump(?:s|ed|ing)?|rebound(?:s|ed|ing)?|plummet(?:s|ed|ing)?|slip(?:s|ped|ping)?|edg(?:es?|ed|ing)|inch(?:es|ed|ing)|leap(?:s|t|ed)?|sag(?:s|ged)?|swoon(?:s|ed)?)$/i;

/** What a market may do, where a figure or a direction stands behind: "closed at 8,412", "was up". */
export const MAY_MOVE =
  /^(?:gain(?:s|ed|ing)?|los(?:es?|t|ing)|add(?:s|ed|ing)?|shed(?:s|ding)?|clos(?:es?|ed|ing)|open(?:s|ed|ing)?|end(?:s|ed|ing)?|finish(?:es|ed|ing)?|trad(?:es?|ed|ing)|hits?|reach(?:es|ed)?|top(?:s|ped)?|cross(?:es|ed)?|pass(?:es|ed)?|br[eo]aks?|broke|sta?oo?nds?|stood|recover(?:s|ed|ing)?|advanc(?:es?|ed|ing)|eas(?:es?|ed|ing)|retreat(?:s|ed|ing)?|settl(?:es?|ed)|is|was|were|are|been)$/i;

/** "percent", "points", "lower" */
export const DIRECTION = /^(?:percent|per|%|pct|points?|higher|lower|up|down|flat|unchanged|mixed)$/i;

/** "a drop in the Nasdaq", "futures on the Dow Jones" */
export const MOVE_NOUNS = wordSet(`advance climb decline declines dip drop drops fall falls gain gains jump loss losses
  plunge rally rebound rise rises slide slump surge tumble level close futures`);

/** "sent the Dow lower" */
export const DRIVES =
  /^(?:sen[dt]s?|push(?:es|ed)?|pull(?:s|ed)?|lift(?:s|ed)?|drag(?:s|ged)?|dr[oi]ves?|help(?:s|ed)?|boost(?:s|ed)?|tak(?:es?|ing)|took|le(?:ft|aves?)|pressured?)$/i;

/** "(NYSE: ABCD)" */
export const TICKER_EXCHANGE =
  /^(?:NYSE|NYSE American|NYSE Arca|NYSEAMERICAN|Nasdaq|NASDAQ|Nasdaq(?:GS|GM|CM)|AMEX|OTC|OTCQB|OTCQX|OTCMKTS|LON|LSE|AIM|TSX|TSXV|CSE|ASX|NZX|JSE|BSE|NSE|HKEX|HKG|SEHK|SGX|TYO|TSE|FRA|ETR|EPA|BIT|AMS|SIX|STO)$/;

/** What is traded under a name that is also a ministry's or a place's: "Treasury notes", "Brent crude". */
export const TRADED: ReadonlyMap<string, RegExp> = new Map([
  ['Treasury', /^(?:bonds?|notes?|bills?|yields?|securities|debt|futures)$/],
  ['Brent', /^(?:crude|futures|oil|prices)$/],
]);
/** Grades that agencies give to borrowers. */
export const GRADE = /^(?:AAA|AA|BBB|BB|CCC|CC|Aaa|Aa[123]|Baa[123]|Ba[123]|Caa[123])$/;
export const GRADING = /^(?:rat(?:es?|ed|ings?)|grade|outlook|downgraded?|upgraded?)$/i;
