import type {ReactiveController, ReactiveControllerHost} from 'lit';

export interface ClipboardOptions {
  /** Resolves once the text is on the clipboard. */
  readonly write?: (text: string) => Promise<void>;
  /** ms that a result is shown. */
  readonly shownFor?: number;
}

/** Copies, and tells the truth about it for a moment. */
export class ClipboardController<Field extends string> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #write: (text: string) => Promise<void>;
  readonly #shownFor: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #result: {readonly field: Field; readonly ok: boolean} | null = null;

  constructor(host: ReactiveControllerHost, options: ClipboardOptions = {}) {
    this.#host = host;
    // Read late: the API is missing on insecure pages, and then the call rejects like any other refusal.
    this.#write = options.write ?? (async (text) => navigator.clipboard.writeText(text));
    this.#shownFor = options.shownFor ?? 4000;
    host.addController(this); // last: a connected host calls hostConnected() at once
  }

  /** What was copied last, or could not be; null again after a moment. */
  get result(): {readonly field: Field; readonly ok: boolean} | null {
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
    this.#show({field, ok});
    return ok;
  }

  hostDisconnected(): void {
    this.#show(null);
  }

  #show(result: ClipboardController<Field>['result']): void {
    clearTimeout(this.#timer);
    this.#result = result;
    this.#host.requestUpdate();
    if (result) this.#timer = setTimeout(() => this.#show(null), this.#shownFor);
  }
}
