/** What the office page is told; nobody keeps it. */
export const answer = <T extends object>(body: T): Response =>
  Response.json(body, {headers: {'Cache-Control': 'no-store'}});

/** Field by field: what is the merchant's alone stays here. */
export const pick = <T extends object, K extends keyof T>(whole: T, names: readonly K[]): Pick<T, K> =>
  Object.fromEntries(names.map((name) => [name, whole[name]])) as Pick<T, K>;
