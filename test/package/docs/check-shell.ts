import {readFileSync} from 'node:fs';

interface Package {
  readonly name: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

const {name, scripts, dependencies, devDependencies} = JSON.parse(
  readFileSync('package.json', 'utf8'),
) as Package;
const installable = new Set([name, ...Object.keys(dependencies), ...Object.keys(devDependencies)]);

/** Tools of other people that a document may call. */
const TOOLS = [
  'cd',
  'mkdir',
  'curl',
  'openssl',
  'base64',
  'docker',
  'git',
  'node',
  'export',
  'cp',
  'nginx',
  'ulimit',
];

/** What is wrong with shell commands: scripts, commands of ours, options and packages that there are not. */
export function shellFaults(text: string, cliHelp: ReadonlyMap<string, string>): string[] {
  const lines = text.replace(/\\\n\s*/g, ' ').split('\n');
  return lines
    .map((line) => line.replace(/(^|\s)#.*$/, '').trim())
    .flatMap((line) => line.split(/\s(?:&&|\|)\s/))
    .flatMap((command) => {
      const words = command
        .replace(/^(\w+=\S*\s+)+/, '')
        .trim()
        .split(/\s+/)
        .filter(Boolean);
      return words.length ? commandFaults(words, cliHelp) : [];
    });
}

function commandFaults([tool = '', ...args]: string[], cliHelp: ReadonlyMap<string, string>): string[] {
  if (tool === 'npm') return npmFaults(args);
  if (tool === name || (tool === 'npx' && args[0] === name)) {
    const [command = '', ...rest] = tool === 'npx' ? args.slice(1) : args;
    return cliFaults(command, rest, cliHelp);
  }
  if (tool === 'npx') return installable.has(args[0] ?? '') ? [] : [`npx ${args[0]}: not a package of ours`];
  return TOOLS.includes(tool) || /^\w+=/.test(tool) ? [] : [`${tool}: unknown command`];
}

function npmFaults([verb = '', ...args]: string[]): string[] {
  if (verb === 'run') return scripts[args[0] ?? ''] ? [] : [`npm run ${args[0]}: there is no such script`];
  if (verb === 'start' || verb === 'test')
    return scripts[verb] ? [] : [`npm ${verb}: there is no such script`];
  if (verb === 'install')
    return args.filter((it) => !/^-/.test(it) && !installable.has(it)).map((it) => `npm install ${it}`);
  return ['ci', 'init', 'pkg', 'audit', 'pack'].includes(verb) ? [] : [`npm ${verb}: unknown`];
}

function cliFaults(command: string, args: string[], cliHelp: ReadonlyMap<string, string>): string[] {
  if (command.startsWith('--')) return /^--(help|version)$/.test(command) ? [] : [`${name} ${command}`];
  const help = cliHelp.get(command);
  if (help === undefined) return [`${name} ${command}: there is no such command`];
  const options = args.filter((it) => it.startsWith('--')).map((it) => it.split('=')[0] ?? '');
  return options
    .filter((it) => it !== '--help' && !help.includes(it))
    .map((it) => `${name} ${command} ${it}`);
}
