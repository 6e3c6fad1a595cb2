/** The server refused, or did not answer. `message` can be shown. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
}

/** Asks the shop's server for JSON: GET, or POST where there is something to send. @throws ApiError */
export async function ask<T>(path: string, body?: object, method = body ? 'POST' : 'GET'): Promise<T> {
  let response: Response;
  let answer: unknown;
  try {
    response = await fetch(path, {method, ...(body && {body: JSON.stringify(body)})});
    answer = await response.json();
  } catch {
    throw new ApiError('The shop could not be reached. Please try again in a moment.');
  }
  if (!response.ok)
    throw new ApiError(reason(answer) ?? 'Something went wrong. Please try again in a moment.');
  return answer as T;
}

/** Our own server explains itself in `detail`, the sandbox in `message`. */
function reason(answer: unknown): string | undefined {
  const {detail, message} = (answer ?? {}) as {detail?: unknown; message?: unknown};
  const text = detail ?? message;
  return typeof text === 'string' ? text : undefined;
}
