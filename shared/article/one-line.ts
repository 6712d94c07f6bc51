/** White space as a page shows it, without marks that nobody sees: soft hyphens, zero-width spaces. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\u{AD}\u{200B}\u{2060}\u{FEFF}]/gu, '')
    .replace(/[\s\u{85}]+/gu, ' ')
    .trim();
