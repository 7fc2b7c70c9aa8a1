/** Files that are on no disk, judged by the lint rules of the house. */
import { ESLint } from 'eslint'
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import tseslint from 'typescript-eslint'

export const root = fileURLToPath(new URL('../..', import.meta.url))

/** Rules that need types are left out: what is planted has none. */
const eslint = new ESLint({
  cwd: root,
  overrideConfig: tseslint.configs.disableTypeChecked,
})

/** The rules that a file of this path would break. */
export async function complaints(path: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: join(root, path) })
  return result?.messages.map(({ ruleId }) => ruleId ?? 'no rule') ?? []
}

/** Every file below a folder, by its path from the root. */
export const filesUnder = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
