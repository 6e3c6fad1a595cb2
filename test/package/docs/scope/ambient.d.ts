// Names that the documents use without saying where they come from: what a shop has already.

declare const client: import('calypso-invoice/api').CalypsoClient;
declare const proxy: import('calypso-invoice/proxy').InvoiceProxy;
declare const card: import('calypso-invoice').CalypsoInvoiceElement;
declare const invoice: import('calypso-invoice/api').CalypsoInvoice;
declare const server: import('node:http').Server;

declare const account: string;
declare const key: string;
declare const secret: string;

interface Order {
  readonly id: string;
  readonly invoiceKey: string;
}

declare const order: Order;
declare const orders: {
  findByInvoiceKey(key: string | undefined): Promise<Order | undefined>;
  open(): Promise<readonly Order[]>;
  markPaid(id: string): Promise<void>;
};
declare function ship(order: Order): Promise<void>;
declare function sessionOf(request: Request): Promise<{readonly invoiceKeys: readonly string[]} | undefined>;

declare namespace NodeJS {
  interface ProcessEnv {
    CALYPSO_API_URL: string;
    CALYPSO_ACCOUNT: string;
    CALYPSO_KEY: string;
    CALYPSO_SECRET: string;
    CALYPSO_WEBHOOK_SECRET: string;
    REDIS_URL: string;
  }
}

declare module 'cloudflare:workers' {
  const env: NodeJS.ProcessEnv;
}

// Its own types are not installed here; this much of it was run.
declare module 'fastify' {
  interface App {
    register(plugin: (app: App) => Promise<void>): void;
    removeAllContentTypeParsers(): void;
    addContentTypeParser(
      type: string,
      parse: (request: unknown, body: unknown, done: (error: null) => void) => void,
    ): void;
    all(
      path: string,
      handle: (
        request: {readonly raw: import('node:http').IncomingMessage},
        reply: {readonly raw: import('node:http').ServerResponse; hijack(): void},
      ) => unknown,
    ): void;
    listen(options: {readonly port: number}): Promise<string>;
  }
  export default function fastify(): App;
}

// Of frameworks: examples/ is where they are compiled whole.
declare module '@vitejs/plugin-vue' {
  interface Options {
    template?: {compilerOptions?: {isCustomElement?: (tag: string) => boolean}};
  }
  export default function vue(options?: Options): object;
}
declare function defineProps<Props>(): Props;
/** As Svelte has it: it takes no type. */
declare function $props(): any; // eslint-disable-line @typescript-eslint/no-explicit-any -- theirs
