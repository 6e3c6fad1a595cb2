/** What was asked for cannot be done as it was asked. `message` is one line for the person who asked, without secrets. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
