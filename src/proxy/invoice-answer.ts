import {matchesEtag} from './etag.js';
import type {Answer} from './invoices.js';

/** The JSON of an answer, the same for a read and for an event. */
export function answerJson({fields, stale}: Answer, now: number, eventsUrl: string | undefined): string {
  return JSON.stringify({
    ...fields,
    ...(stale !== undefined && {stale: true}),
    serverTime: new Date(now).toISOString(),
    ...(eventsUrl !== undefined && {eventsUrl}),
  });
}

/** The answer to a read: 200, or 304 where the browser has it already. */
export function answerResponse(request: Request, answer: Answer, json: string): Response {
  const isStale = answer.stale !== undefined;
  const headers = {
    // What is flagged is another answer than what is not.
    ETag: isStale ? answer.etag.replace(/"$/, '~stale"') : answer.etag,
    ...(isStale && {Age: String(Math.floor(answer.stale / 1000))}),
  };
  if (matchesEtag(request.headers.get('If-None-Match'), headers.ETag))
    return new Response(null, {status: 304, headers});
  return new Response(json, {headers: {...headers, 'Content-Type': 'application/json'}});
}
