/** What was set cannot be used. `message` is for the person who set it; it holds no secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
