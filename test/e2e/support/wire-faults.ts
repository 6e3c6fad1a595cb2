import type {IncomingMessage, ServerResponse} from 'node:http';

/** What becomes of a request in place of its answer. `turn` counts them from 0. */
export type WireFault = (
  response: ServerResponse,
  body: string,
  request: IncomingMessage,
  turn: number,
) => void;

const status =
  (code: number, headers: (turn: number) => Record<string, string> = () => ({})): WireFault =>
  (response, _, __, turn) =>
    void response.writeHead(code, {'Content-Type': 'text/html', ...headers(turn)}).end('<h1>Oops</h1>');

const json = {'Content-Type': 'application/json'};
const half = (body: string) => body.slice(0, body.length / 2);

/** The faults of the catalogue that a server can bring about, by id. */
export const WIRE_FAULTS: Readonly<Record<string, WireFault>> = {
  'reset-before-headers': (_, __, {socket}) => void socket.resetAndDestroy(),
  'reset-in-body': (response, body, {socket}) =>
    void response
      .writeHead(200, {...json, 'Content-Length': body.length})
      .write(half(body), () => socket.resetAndDestroy()),
  'stall-after-headers': (response) => response.writeHead(200, json).flushHeaders(),
  'stall-in-body': (response, body) => void response.writeHead(200, json).write(half(body)),
  'byte-per-second': (response, body) => {
    response.writeHead(200, json);
    const bytes = [...body];
    const drip = setInterval(() => response.write(bytes.shift() ?? ''), 1000);
    response.on('close', () => clearInterval(drip));
  },
  'latency-20s': (response, body) => {
    const wait = setTimeout(() => response.writeHead(200, json).end(body), 20_000);
    response.on('close', () => clearTimeout(wait));
  },
  'latency-spikes': (response, body) => {
    const wait = setTimeout(() => response.writeHead(200, json).end(body), 3000);
    response.on('close', () => clearTimeout(wait));
  },
  'truncated-json': (response, body) => void response.writeHead(200, json).end(half(body)),
  'gzip-garbage': (response) =>
    void response.writeHead(200, {...json, 'Content-Encoding': 'gzip'}).end('this is no gzip'),
  'captive-portal': status(200),
  'no-content': (response) => void response.writeHead(204).end(),
  'redirect-elsewhere': status(301, () => ({Location: 'https://elsewhere.example/'})),
  ...Object.fromEntries(
    [400, 401, 403, 404, 408, 409, 410, 425].map((code) => [`http-${code}`, status(code)]),
  ),
  'http-429': status(429),
  'http-429-seconds': status(429, () => ({'Retry-After': '1'})),
  'http-429-date': status(429, () => ({'Retry-After': new Date(Date.now() + 2000).toUTCString()})),
  'http-429-absurd': status(429, (turn) => ({'Retry-After': ['-5', 'NaN', '1e9'][turn % 3] ?? ''})),
  'http-5xx-bursts': (response, body, request, turn) =>
    status([500, 502, 503, 504][turn % 4] ?? 500)(response, body, request, turn),
  'http-304-unasked': (response) => void response.writeHead(304).end(),
};
