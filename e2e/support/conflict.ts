/** Short ways around a form whose connector somebody else has changed. */
import type { Page } from '@playwright/test'
import { pages } from './connectors'
import { signIn } from './sign-in'

export const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true })
export const edit = (page: Page, id: string) =>
  signIn(page, 'User Flow Admin', pages.editConnector(id))
export const conflict = (page: Page) =>
  page.getByRole('region', { name: 'Somebody else has changed this connector' })
export const choice = (page: Page, field: string, name: string) =>
  page
    .getByRole('radiogroup', { name: new RegExp(`Which ${field} is to stay`) })
    .getByRole('radio', { name, exact: true })
export const saveChoices = (page: Page) =>
  page.getByRole('button', { name: 'Save with these choices' })
