import type {ReactiveController, ReactiveControllerHost} from 'lit';

/** What Lit's host does for its controllers, without a DOM: `connect`, `disconnect`, and `update` for one update cycle. */
export class FakeHost implements ReactiveControllerHost {
  readonly #controllers = new Set<ReactiveController>();
  readonly updateComplete = Promise.resolve(true);
  #wasConnected = false;
  #isUpdatePending = false;
  isConnected = false;
  /** How many updates were asked for. */
  requested = 0;

  addController(controller: ReactiveController): void {
    this.#controllers.add(controller);
    if (this.isConnected) controller.hostConnected?.();
  }

  removeController(controller: ReactiveController): void {
    this.#controllers.delete(controller);
  }

  requestUpdate(): void {
    this.requested++;
    this.#isUpdatePending = true;
  }

  /** As Lit does, goes on to an update where one is due: the first time always. */
  connect(): this {
    this.#isUpdatePending ||= !this.#wasConnected;
    this.isConnected = this.#wasConnected = true;
    for (const controller of this.#controllers) controller.hostConnected?.();
    if (this.#isUpdatePending) this.update();
    return this;
  }

  disconnect(): void {
    this.isConnected = false;
    for (const controller of this.#controllers) controller.hostDisconnected?.();
  }

  /** Lit updates a host that was connected once, whether it still is or not. */
  update(): void {
    if (!this.#wasConnected) return;
    this.#isUpdatePending = false;
    for (const controller of this.#controllers) controller.hostUpdate?.();
    for (const controller of this.#controllers) controller.hostUpdated?.();
  }
}
