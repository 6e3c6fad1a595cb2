import assert from 'node:assert/strict';
import {sign} from './support.js';

export interface Posted {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  readonly event: Event;
}

interface Event extends Record<string, unknown> {
  readonly id: number;
  readonly requestId: string;
  readonly eventType: string;
  readonly data: Record<string, unknown>;
}

/** A merchant's endpoint, in place of the network. Every post is looked at: POST, JSON, not followed. */
export function listener() {
  const posts: Posted[] = [];
  const answers = {status: 200 as number | Error, hang: false};
  /** What is run while the sandbox waits for the answer. */
  const hooks: {onPost?: (posted: Posted) => Promise<unknown>} = {};
  const fetch: typeof globalThis.fetch = async (url, init) => {
    assert.equal(init?.method, 'POST');
    assert.equal(init.redirect, 'manual');
    const headers = new Headers(init.headers);
    assert.equal(headers.get('Content-Type'), 'application/json');
    const body = init.body as string;
    const posted = {url: String(url), headers, body, event: JSON.parse(body) as Event};
    posts.push(posted);
    await hooks.onPost?.(posted);
    if (answers.hang)
      return new Promise((_, reject) => {
        init.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      });
    if (answers.status instanceof Error) throw answers.status;
    return new Response(null, {status: answers.status});
  };
  return {
    fetch,
    posts,
    answers,
    hooks,
    types: () => posts.map(({event}) => event.eventType),
    ids: () => posts.map(({event}) => event.id),
  };
}

/** Checks the signature with node's own HMAC over the very bytes. */
export const isSigned = ({headers, body}: Posted, secret: string): boolean =>
  headers.get('Sign') === sign(body, secret);
