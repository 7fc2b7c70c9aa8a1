/** What a tenant or an endpoint may hold of the largest and the worst, and the tab stays one that answers. */
import type { Page } from '@playwright/test'
import { writeFile } from 'node:fs/promises'
import { certificateFields, demoIds, pages } from './support/connectors'
import { openFormTest } from './support/connector-tests'
import { renameElsewhere } from './support/elsewhere'
import { signIn } from './support/sign-in'
import { expect, test } from './support/test'

/** Of one task of the browser, in which it answers neither keys nor clicks. In milliseconds. */
const maxTaskMs = 1_000

/** Notes the longest task of every page that is loaded from now on (W3C: Long Tasks). */
const watchTasks = (page: Page) =>
  page.addInitScript(() => {
    const noted = { longest: 0 }
    new PerformanceObserver((list) => {
      noted.longest = Math.max(noted.longest, ...list.getEntries().map(({ duration }) => duration))
    }).observe({ type: 'longtask', buffered: true })
    Object.assign(window, { noted })
  })

const longestTask = (page: Page) =>
  page.evaluate(() => (window as unknown as { noted: { longest: number } }).noted.longest)

test.beforeEach(({ page }) => watchTasks(page))

test('10,000 connectors are shown, searched and sorted', async ({ page, emulator }) => {
  await emulator.reset('large', { connectors: 10_000 })
  await signIn(page)
  await expect(page.getByRole('row', { name: 'Connector 00001' })).toBeVisible()

  await page.getByRole('searchbox').fill('09999')
  await expect(page.getByRole('row', { name: 'Connector 09999' })).toBeVisible()
  await page.getByRole('searchbox').fill('')
  await page.getByRole('columnheader', { name: 'Endpoint' }).click()
  await expect(page.getByRole('row', { name: /^Connector/ }).first()).toBeVisible()

  expect(await longestTask(page)).toBeLessThan(maxTaskMs)
})

test('a name of a megabyte is listed, opened and named in a question', async ({
  page,
  emulator,
}) => {
  await renameElsewhere(emulator, demoIds.ageCheck, 'ab '.repeat(333_000))
  await signIn(page)
  await page.getByRole('link', { name: /^ab ab/ }).click()

  await page.getByRole('main').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()

  expect(await longestTask(page)).toBeLessThan(maxTaskMs)
})

for (const sample of ['flood-claims', 'flood-levels', 'flood-values', 'flood-invisible']) {
  test(`the answer of the sample ${sample} is judged and shown`, async ({ page }) => {
    const console = await openFormTest(page, sample)

    await console.run.click()
    await expect(console.result).toContainText('200')

    expect(await longestTask(page)).toBeLessThan(maxTaskMs)
  })
}

for (const [what, contents] of [
  ['sequences in sequences', Buffer.alloc(127 * 1024, Buffer.from([0x30, 0x80]))],
  ['nothing', Buffer.alloc(127 * 1024)],
] as const) {
  test(`a file of ${what} is read and refused`, async ({ page }, testInfo) => {
    const path = testInfo.outputPath('file.pfx')
    await writeFile(path, contents)
    await signIn(page, 'User Flow Admin', pages.connector(demoIds.approval))
    await page.getByRole('button', { name: 'Upload certificate' }).click()
    const { file, filePassword } = certificateFields(page.getByRole('dialog'))

    await file.setInputFiles(path)
    await filePassword.fill('password')
    await expect(file).toHaveAttribute('aria-invalid', 'true')

    expect(await longestTask(page)).toBeLessThan(maxTaskMs)
  })
}
