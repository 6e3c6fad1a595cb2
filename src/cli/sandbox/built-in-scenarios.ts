const paid = (share: string, hold?: 'compliance') => ({after: 5000, deposit: {share, ...(hold && {hold})}});

/** What happens to every new invoice, by name. */
export const BUILT_IN: ReadonlyMap<string, readonly object[]> = new Map([
  ['paid', [paid('1')]],
  ['underpaid', [paid('0.9')]],
  ['overpaid', [paid('1.1')]],
  ['compliance', [paid('1', 'compliance')]],
  // Compliance looks at a deposit once it has been in the mempool for 5 s.
  ['declined', [paid('1', 'compliance'), {after: 8000, decline: true}]],
  ['archived', [{after: 5000, archive: true}]],
]);
