/**
 * The parts of src, and what each may import: other parts, and packages (absent: any; Node's own are packages, too).
 * What is under `types` may be imported as types only. Arrows never turn back.
 * @type {Record<string, {parts: string[], packages?: string[], types?: string[]}>}
 */
export const LAYERS = {
  index: {parts: ['element', 'localize', 'locales', 'core'], packages: []},
  element: {parts: ['controllers', 'localize', 'locales', 'core'], packages: ['lit', 'qrcode']},
  controllers: {parts: [], packages: [], types: ['lit']},
  localize: {parts: ['locales'], packages: []},
  locales: {parts: [], packages: []},
  core: {parts: [], packages: ['@noble/hashes', '@scure/base']},
  api: {parts: ['core'], packages: []},
  proxy: {
    parts: ['api', 'core'],
    packages: ['@opentelemetry/api', 'hono', 'lru-cache', 'valibot'],
    types: ['redis'],
  },
  sandbox: {parts: ['api', 'core']},
  react: {parts: ['index', 'element'], packages: ['react', '@lit/react']},
  types: {
    parts: ['index'],
    packages: [],
    types: ['react', 'preact', 'solid-js', 'svelte', 'vue'],
  },
  cli: {parts: ['proxy', 'sandbox', 'api', 'core']},
};
