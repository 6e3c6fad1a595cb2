import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';
import {parse} from 'yaml';
import {readEvents} from './event-reader.js';

/** What we use of OpenAPI 3.1. */
interface Reference {
  readonly $ref: string;
}
interface Header {
  readonly required?: boolean;
  readonly schema: object;
}
interface Answer {
  readonly headers?: Record<string, Header | Reference>;
  readonly content?: Record<string, {readonly schema: object}>;
}
interface Operation {
  readonly responses: Record<string, Answer | Reference>;
}
interface Api {
  readonly paths: Record<string, Record<string, Operation>>;
}

const ID = 'proxy-api';
const api = parse(readFileSync('docs/proxy-api.yaml', 'utf8')) as Api;
const ajv = new Ajv2020({allErrors: true, allowUnionTypes: true});
// The document is no schema itself, but has some.
ajv.addVocabulary(Object.keys(api));
ajv.addSchema(api, ID);
const compiled = new Map<string, ValidateFunction>();

/** What a `$ref` stands for, in this document only. */
function resolve<T extends object>(value: T | Reference): T {
  if (!('$ref' in value)) return value;
  const steps = value.$ref.replace(/^#\//, '').split('/');
  const found = steps.reduce<unknown>(
    (node, step) => (node as Record<string, unknown> | undefined)?.[step],
    api,
  );
  assert.ok(found, `${value.$ref} leads nowhere`);
  return resolve(found as T);
}

/** Fails unless `value` is what the schema, or the one of this name, says. */
export function assertSchema(value: unknown, schema: object | string, what: string): void {
  const pointer = typeof schema === 'string' ? {$ref: `#/components/schemas/${schema}`} : schema;
  const local = JSON.stringify(pointer).replaceAll('"#/', `"${ID}#/`);
  const isValid = compiled.get(local) ?? ajv.compile(JSON.parse(local));
  compiled.set(local, isValid);
  assert.ok(isValid(value), `${what}: ${ajv.errorsText(isValid.errors)} in ${JSON.stringify(value)}`);
}

/** Every answer that the document names, as `get /{idempotencyKey} 200`. */
export const documented = Object.entries(api.paths).flatMap(([path, operations]) =>
  Object.entries(operations).flatMap(([method, {responses}]) =>
    Object.keys(responses ?? {}).map((status) => `${method} ${path} ${status}`),
  ),
);

/**
 * Fails unless the document has this answer: its status, each of its headers, and its body.
 * @returns which of {@link documented} it is
 */
export async function assertDocumented(path: string, method: string, response: Response): Promise<string> {
  const {status, headers} = response;
  const operations = api.paths[path] ?? assert.fail(`${path} is not documented`);
  // A method that the path does not take is documented with those that it takes.
  const name = [method.toLowerCase(), 'get', 'post'].find((known) => operations[known]) ?? '';
  const what = `${name} ${path} ${status}`;
  const answer = operations[name]?.responses[String(status)];
  assert.ok(answer, `${what} is not documented`);
  const {headers: known = {}, content = {}} = resolve<Answer>(answer);
  for (const [field, value] of headers) {
    if (field === 'content-type') continue;
    const header = Object.entries(known).find(([name]) => name.toLowerCase() === field);
    assert.ok(header, `${what}: the header ${field} is not documented`);
    assertSchema(value, resolve<Header>(header[1]).schema, `${what}: ${field}`);
  }
  for (const [field, header] of Object.entries(known))
    assert.ok(
      headers.has(field) || !resolve<Header>(header).required,
      `${what}: the header ${field} is missing`,
    );
  const type = headers.get('Content-Type');
  if (type === 'text/event-stream') {
    const {nextEvent, cancel} = readEvents(response);
    const {event, data = ''} = await nextEvent();
    await cancel();
    assert.equal(event, 'invoice');
    assertSchema(JSON.parse(data), content[type]?.schema ?? assert.fail(`${what}: ${type}`), what);
    return what;
  }
  const text = await response.text();
  if (type === null) assert.deepEqual([text, Object.keys(content)], ['', []], what);
  else assert.ok(content[type], `${what}: ${type} is not documented`);
  if (method === 'HEAD') assert.equal(text, '', what);
  else if (type !== null) {
    const body = JSON.parse(text) as {status?: unknown};
    assertSchema(body, content[type]?.schema ?? {}, what);
    if (status >= 400 && type === 'application/problem+json') assert.equal(body.status, status);
  }
  return what;
}
