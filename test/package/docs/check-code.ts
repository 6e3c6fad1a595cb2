import {dirname, join} from 'node:path';
import ts from 'typescript';
import {fileNameOf, folderOf, placeOf, type Block} from './blocks.js';

const SCOPE = 'test/package/docs/scope';
const HOME = join(process.cwd(), SCOPE, 'blocks');

/** Block by the file that it is compiled as. Blocks of one document can import each other by their names. */
const asFiles = (blocks: readonly Block[]): Map<string, Block> =>
  new Map(
    blocks.map((block) => {
      const name = fileNameOf(block) ?? `line-${block.line}.${block.language}`;
      return [join(HOME, folderOf(block), name.replace(/\.m?(j|t)s(x?)$/, '.ts$2')), block];
    }),
  );

/**
 * Compiles all blocks as one program, against src and the names of `scope/ambient.d.ts`.
 * @returns what is wrong with each, by its place
 */
export function codeFaults(blocks: readonly Block[]): Map<string, string[]> {
  const {options} = ts.parseJsonConfigFileContent(
    ts.readConfigFile(join(SCOPE, 'tsconfig.json'), ts.sys.readFile).config,
    ts.sys,
    SCOPE,
  );
  const files = asFiles(blocks);
  const host = ts.createCompilerHost(options);
  const folders = new Set([...files.keys()].flatMap((file) => parentsOf(file)));
  const {readFile, fileExists, directoryExists} = host;
  // A block is a module, whether it imports anything or not.
  host.readFile = (file) => (files.has(file) ? `${files.get(file)?.text}\nexport {};` : readFile(file));
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.directoryExists = (folder) => folders.has(folder) || directoryExists?.(folder) === true;
  host.getSourceFile = (file, language) => {
    const text = host.readFile(file);
    return text === undefined ? undefined : ts.createSourceFile(file, text, language);
  };
  const program = ts.createProgram(
    [...files.keys(), join(process.cwd(), SCOPE, 'ambient.d.ts')],
    options,
    host,
  );
  const ambient = program.getSourceFile(join(process.cwd(), SCOPE, 'ambient.d.ts'));
  const faults = new Map<string, string[]>([['ambient.d.ts', messages(program, ambient)]]);
  for (const [file, block] of files)
    faults.set(placeOf(block), messages(program, program.getSourceFile(file)));
  return faults;
}

const messages = (program: ts.Program, file: ts.SourceFile | undefined): string[] =>
  [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({start, messageText}) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
      return `line ${line} of the block: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
    },
  );

const parentsOf = (file: string): string[] =>
  dirname(file) === file ? [] : [dirname(file), ...parentsOf(dirname(file))];
