// Run in a project that has the package, with what to import as arguments: says which of them defined the element.
const defined = [];
for (const name of process.argv.slice(1)) {
  const data = name.endsWith('.json');
  const isDefined = () => !!globalThis.customElements?.get('calypso-invoice');
  const before = isDefined();
  await import(name, data ? {with: {type: 'json'}} : {});
  if (isDefined() && !before) defined.push(name);
}
const closed = await import('calypso-invoice/dist/index.js').catch(({code}) => code);
console.log(JSON.stringify({defined, closed, document: typeof document}));
