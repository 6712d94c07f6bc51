/** What is dropped in a history: short and long, names that come and go, quotations that move, and what is no article. */
export const ARTICLES = {
  long: bytes(
    'Mara Quill opened the bridge in Tarn Harbor in 2019.\n\n"It will hold," Quill said.\n\n' +
      '"We waited," Odo Brandt said. The Ferry Council did not.',
  ),
  short: bytes('Tarn Harbor waited.'),
  moved: bytes('"We waited," Odo Brandt said.\n\nBrandt praised the Ferry Council in 2019.'),
  /** Too much is found in it for a row; the second extractor copes. */
  unstorable: bytes('Mara Quill is unstorable.\n\nTarn Harbor is not.'),
  binary: Uint8Array.of(0xff, 0xfe, 0x00, 0x41),
  empty: new Uint8Array(),
} satisfies Record<string, Uint8Array>;

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
