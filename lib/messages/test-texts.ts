/** The catalogue with the texts of the test console and of the sample endpoints. */
import connectorTests from './en/connector-tests.json'
import { english, type Messages } from './english'

export const englishWithTests: Messages = { ...english, connectorTests }
