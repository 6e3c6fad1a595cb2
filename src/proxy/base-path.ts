/**
 * Checks `basePath`: a path that no URL's `pathname` could begin with would answer 404 for ever.
 * @returns it with a slash at its end
 * @throws TypeError for what is no such path.
 */
export function parseBasePath(basePath: string): string {
  const origin = 'http://localhost';
  if (!URL.canParse(basePath, origin) || new URL(basePath, origin).pathname !== basePath)
    throw new TypeError(`basePath: expected a path such as /api/invoices, got ${String(basePath)}`);
  return basePath.replace(/\/*$/, '/');
}
