import {build} from 'esbuild';

/** What a merchant's bundler makes of these lines: the size, and what came into it. */
export async function bundle(folder: string, contents: string, platform: 'browser' | 'node') {
  const {metafile, outputFiles} = await build({
    stdin: {contents, resolveDir: folder},
    absWorkingDir: folder,
    bundle: true,
    format: 'esm',
    platform,
    write: false,
    metafile: true,
    minify: true,
    logLevel: 'silent',
  });
  return {text: outputFiles[0]?.text ?? '', paths: Object.keys(metafile.inputs)};
}
