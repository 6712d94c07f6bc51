/**
 * Version of the model and of the rules around it: what they find, they sign with it. One more whenever they find anything
 * else than before, so that `reprocess` brings old articles up to date and an older function never overwrites a newer one.
 */
export const EXTRACTOR_VERSION = 20;
