/** Things that carry words: what they say is said by whoever issues them. */
export const DOCUMENTS =
  /^(?:ads?|advertisements?|articles?|columns?|comments?|editorials?|e-?mails?|essays?|letters?|memos?|messages?|notes?|op-eds?|posts?|releases?|reports?|speech(?:es)?|spots?|statements?|stor(?:y|ies)|texts?|tweets?|videos?)$/u;
