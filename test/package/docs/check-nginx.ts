/** What is wrong with nginx's configuration, as far as its form goes: braces that do not match, lines without an end. */
export function nginxFaults(text: string): string[] {
  const lines = text.split('\n').map((line) => line.replace(/#.*$/, '').trim());
  const open = lines.filter((line) => line.endsWith('{')).length;
  const closed = lines.filter((line) => line === '}').length;
  return [
    ...(open === closed ? [] : [`${open} blocks are opened, ${closed} closed`]),
    ...lines.filter((line) => line && !/[;{}]$/.test(line)),
  ];
}
