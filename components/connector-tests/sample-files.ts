export type SampleFile = {
  /** Below `samples/`, with slashes. */
  readonly path: string
  readonly text: string
}

export const platforms = ['express', 'azure-functions'] as const
export type Platform = (typeof platforms)[number]

/** The files of a platform, and what both share. */
export const filesOf = (files: readonly SampleFile[], platform: Platform): SampleFile[] =>
  files.filter(({ path }) => platforms.every((other) => other === platform || !isOf(path, other)))

const isOf = (path: string, platform: Platform) => path.startsWith(`${platform}/`)
