import {fileURLToPath} from 'node:url';
import {createDemo} from './server.js';
import {HELP, readArguments} from './server/arguments.js';
import {connect} from './server/backend.js';
import {listen} from './server/listen.js';
import {SettingsError} from './server/settings-error.js';
import {readSettings, type Settings} from './server/settings.js';
import {readStaticFiles} from './server/static-files.js';

const PAGES = fileURLToPath(new URL('dist', import.meta.url));

async function start(settings: Settings): Promise<void> {
  const backend = await connect(settings);
  const {client, sandbox} = backend;
  const files = await readStaticFiles(PAGES);
  const demo = createDemo({client, sandbox, files});
  const server = await listen(demo.fetch, settings.port);
  await demo.subscribe(`http://localhost:${server.port}`);
  const stop = async () => {
    await server.close();
    await backend.close();
    process.exit();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

  console.log(`Nordwind Coffee is open: http://localhost:${server.port}`);
  console.log(
    sandbox
      ? 'It takes play money, through the embedded sandbox. Ctrl+C closes it.'
      : 'It makes REAL invoices, through the API that CALYPSO_API_URL names. Ctrl+C closes it.',
  );
}

/** One line for what can be mended from the command line, the whole story for what cannot. */
function explain(error: unknown): unknown {
  if (error instanceof SettingsError) return error.message;
  const {code, port} = error as NodeJS.ErrnoException & {port?: number};
  const other = 'Choose another one: npm start -- --port 8080';
  if (code === 'EADDRINUSE') return `Port ${port} is taken. ${other}`;
  if (code === 'EACCES') return `Port ${port} may not be used here. ${other}`;
  if (code === 'ENOENT') return 'The pages are not built yet. "npm start" builds them and starts the demo.';
  return error;
}

try {
  const given = readArguments(process.argv.slice(2));
  if (given.help) console.log(HELP);
  else await start(readSettings(process.env, given));
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
