import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface ClipboardOptions {
  /** Resolves once the text is on the clipboard. */
  readonly write?: (text: string) => Promise<void>;
  /** ms that a result is shown. */
  readonly shownFor?: number;
}

/** What was copied, or could not be. */
export interface Copied<Field extends string> {
  readonly field: Field;
  readonly text: string;
  readonly ok: boolean;
}

/** Copies, and tells the truth about it for a moment. */
export class ClipboardController<Field extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #write: (text: string) => Promise<void>;
  readonly #shownFor: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #result: Copied<Field> | null = null;

  constructor(host: ReactiveControllerHost, options: ClipboardOptions = {}) {
    this.#host = host;
    // Read late: the API is missing on insecure pages, and then the call rejects like any other refusal.
    this.#write = options.write ?? (async (text) => navigator.clipboard.writeText(text));
    this.#shownFor = options.shownFor ?? 4000;
    host.addController(this); // last: a connected host calls hostConnected() at once
  }

  /** What was copied last, or could not be; null again after a moment. */
  get result(): Copied<Field> | null {
    return this.#result;
  }

  /** Resolves to whether `text` is on the clipboard. */
  async copy(field: Field, text: string): Promise<boolean> {
    let ok = true;
    try {
      await this.#write(text);
    } catch {
      ok = false;
    }
    this.#show({field, text, ok});
    return ok;
  }

  hostDisconnected(): void {
    this.#show(null);
  }

  #show(result: Copied<Field> | null): void {
    clearTimeout(this.#timer);
    this.#result = result;
    this.#host.requestUpdate();
    if (result) this.#timer = setTimeout(() => this.#show(null), this.#shownFor);
  }
}
