// Spaces, controls, backslashes, bidi and zero-width characters have no place in a URL and many uses in a false one.
const HOSTILE = /[\s\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
const LONGEST = 2048;

/**
 * The URL if it may be followed: absolute and written `http://` or `https://`, without credentials, controls,
 * bidi marks or backslashes, at most 2,048 characters.
 */
export function safeUrl(text: string): string | undefined {
  if (text.length > LONGEST || !/^https?:\/\/[^/]/i.test(text) || HOSTILE.test(text)) return undefined;
  try {
    const url = new URL(text);
    return url.username || url.password || url.href.length > LONGEST ? undefined : url.href;
  } catch {
    return undefined;
  }
}
