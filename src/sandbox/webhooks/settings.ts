import {readRequest} from '../schema.js';
import {SettingsRequest} from './requests.js';

/** How webhooks are delivered: with the faults that a network has and a test wants. */
export interface SandboxWebhookOptions {
  /** Everything is posted twice. */
  readonly duplicate?: boolean;
  /** Events wait for up to 20 s of sandbox time, and so overtake one another. */
  readonly shuffle?: boolean;
  /** Real ms that an endpoint may take to answer, 5000 where absent. */
  readonly timeout?: number;
}

export type WebhookSettings = Required<SandboxWebhookOptions>;

const DEFAULTS: WebhookSettings = {duplicate: false, shuffle: false, timeout: 5000};

/** @throws 001 naming the option that cannot be used. */
export const readSettings = (options: unknown): WebhookSettings =>
  changeSettings(DEFAULTS, options, 'webhooks');

/**
 * What a request leaves out stays as it is.
 * @throws 001 naming the field.
 */
export function changeSettings(
  {duplicate, shuffle, timeout}: WebhookSettings,
  request: unknown,
  root?: 'webhooks',
): WebhookSettings {
  const changes = readRequest(SettingsRequest, request, root);
  return {
    duplicate: changes.duplicate ?? duplicate,
    shuffle: changes.shuffle ?? shuffle,
    timeout: changes.timeout ?? timeout,
  };
}

export const copiesOf = ({duplicate}: WebhookSettings): number => (duplicate ? 2 : 1);

/**
 * When the event with this id, that happened `at`, is posted. Neither chance nor the same for all: the order
 * differs, and each time in the same way.
 */
export const postedAt = (at: number, id: number, {shuffle}: WebhookSettings): number =>
  at + (shuffle ? ((id * 7) % 5) * 5000 : 0);
