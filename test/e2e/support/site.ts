import {listen} from '../../../demo/server/listen.js';

export interface Answer {
  readonly body: BodyInit;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A web site that answers what it is given for a path, at an origin of its own; 404 for all else. */
export async function openSite(answers: (path: string, request: Request) => Answer | undefined) {
  /** Paths in the order in which they were asked for. */
  const asked: string[] = [];
  const server = await listen(async (request) => {
    const path = new URL(request.url).pathname;
    asked.push(path);
    const answer = answers(path, request);
    if (!answer) return new Response('', {status: 404});
    const {body, type = 'text/html; charset=utf-8', headers} = answer;
    return new Response(body, {headers: {'Content-Type': type, ...headers}});
  }, 0);
  return {origin: `http://127.0.0.1:${server.port}`, asked, close: server.close};
}
