/** What is dropped in a history: short and long, names that come and go, quotations that move, and what is no article. */
export const ARTICLES = {
  long: bytes(
    'Mara Quill opened the bridge in Tarn Harbor in 2019.\n\n"It will hold," Quill said.\n\n' +
      '"We waited," Odo Brandt said. The Ferry Council did not.',
  ),
  short: bytes('Tarn Harbor waited.'),
  moved: bytes('"We waited," Odo Brandt said.\n\nBrandt praised the Ferry Council in 2019.'),
  /** Two say the same together. */
  together: bytes('"We waited," Odo Brandt and Mara Quill said.\n\nTarn Harbor did not.'),
  /** Too much is found in it for a row; the second extractor copes. */
  unstorable: bytes('Mara Quill is unstorable.\n\nTarn Harbor is not.'),
  /** A picture. */
  binary: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  empty: new Uint8Array(),
} satisfies Record<string, Uint8Array>;

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
