import { cachedTagger } from '../../measure/quality/tagged.ts';

/** The product's tagger, which no fault is planted into: what it says of the tests' texts is remembered between runs. */
export const loadTagger = cachedTagger;
