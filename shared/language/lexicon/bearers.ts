import { wordSet } from './closed-classes.ts';

/** "the firm X": nouns that tell a body. */
export const BODY_NOUNS =
  wordSet(`firm company bank agency group newspaper daily magazine operator party union club team
  university college court ministry charity foundation airline automaker chipmaker retailer startup broadcaster carrier
  lender network orchestra band bookseller insurer brewer publisher`);

/** "X, a river in Peru": nouns that tell a place. */
export const PLACE_NOUNS = wordSet(`lake river town city village island mountain country province region port suburb
  district valley neighborhood neighbourhood glacier sea desert capital volcano peninsula`);

/** "the ferry X" */
export const SHIP_NOUNS = wordSet(`boat destroyer drillship ferry freighter frigate ship submarine tanker trawler vessel
  warship yacht`);

/** "The Boston Ledger" is nobody, and there are many Ledgers. */
export const NEWSPAPER_ENDING =
  /^(?:Bee|Chronicle|Courier|Dispatch|Enquirer|Examiner|Gazette|Globe|Guardian|Herald|Inquirer|Journal|Ledger|Mail|Mirror|News|Observer|Post|Record|Register|Sentinel|Star|Telegraph|Times|Tribune)$/;
