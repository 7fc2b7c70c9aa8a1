// Makes the function known to Azure as `POST /api/sign-up`.
import { app } from '@azure/functions'
import { readSettings } from '../../../connector-endpoint/known-caller'
import { createSignUp } from '../sign-up'

app.http('sign-up', {
  methods: ['POST'],
  // The connector proves itself to the code, so that the address needs no key.
  authLevel: 'anonymous',
  handler: createSignUp(readSettings(process.env)),
})
