const words = (list: string) => new Set(list.trim().split(/\s+/));

/** Written with a stop before a name; a sentence does not end there. Lower case, without the stop. */
export const TITLES = words(`
  mr mrs ms mx dr prof gen maj col lt capt sgt cpl pvt adm cmdr brig rear gov sen rep reps sens gov hon pres rev fr sr msgr
  st ste mt ft supt insp det atty asst assoc dep amb sec treas messrs mmes`);

/** Months and days as the agencies shorten them. */
export const CALENDAR = words(
  'jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat',
);

/** Ends of company and personal names; a sentence may end there. */
export const SUFFIXES = words('inc corp co ltd llc bros plc cos jr sr esq ph.d m.d b.a m.a d.d.s j.d');

/** States and provinces in the agencies' style. */
export const REGIONS = words(`
  ala ariz ark calif colo conn del fla ga ill ind kan kans ky la mass md mich minn miss mo mont neb nebr nev okla ore
  pa penn tenn tex vt va wash wis wyo ont que alta sask`);

/** Others that stand before what they belong to or in the middle of a phrase. */
export const OTHERS = words(`
  no nos vs v etc e.g i.e cf al ca approx dept est ext fig figs vol pp ed eds trans univ assn natl intl govt mfg ave blvd
  rd hwy bldg apt ste rte sq hr hrs min mins sec oz lb lbs ft yd mph tel p.m a.m pm am et p.s viz op cit incl max misc`);

/** Whether `word`, without its stop, is written with one. "no", "co" or "la" are words too: see `AMBIGUOUS`. */
export const isAbbreviation = (word: string): boolean => {
  const lower = word.toLowerCase();
  return [TITLES, CALENDAR, SUFFIXES, REGIONS, OTHERS].some((set) => set.has(lower));
};

/** Ordinary words when in lower case: "the rear.", "no.", "in.", "ill." */
export const AMBIGUOUS = words(`
  no nos ill ind miss mass mo la pa ga md va wash ore del colo kan tex co cos mt st ste ft fig figs ext max min mins hr sec rear
  sat sun mon wed fri mar dec jan det dep sq ed al am pm hon fr rep reps gen col rev pres gov tel trans est ave v et vol ark est
  adm oz apt misc incl sen sens maj alt cit op ca cf us it treas amb`);
