/** The sample endpoints as they are: real files, which the portal's own tests run. */
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import type { SampleFile } from '@/components/connector-tests/sample-files'

/** Where the process runs; `next.config.js` has the files brought along. */
const folder = () => join(process.cwd(), 'samples')

export async function sampleFiles(): Promise<SampleFile[]> {
  const entries = await readdir(folder(), { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
    .map((entry) => join(entry.parentPath, entry.name).slice(folder().length + 1))
    .sort()
  return Promise.all(
    paths.map(async (path) => ({
      path: path.split(sep).join('/'),
      text: await readFile(join(folder(), path), 'utf8'),
    })),
  )
}
