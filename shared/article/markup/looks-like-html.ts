/** Tags that stand in text that somebody wrote for a page. */
const TAGS = /<\/?(?:p|br|div|span|b|i|em|strong|a|h[1-6]|ul|ol|li|blockquote|section|article)\b[^<>]*>/gi;

/** Whether text holds HTML, rather than an angle bracket or two. */
export const looksLikeHtml = (text: string): boolean =>
  /^\s*<(?:p|div|h[1-6]|section|article|body|blockquote|ul|ol)\b[^<>]*>/i.test(text) ||
  (text.match(TAGS)?.length ?? 0) > 2;
