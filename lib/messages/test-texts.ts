/** The texts of the test console and of the sample endpoints. */
import connectorTests from './en/connector-tests.json'

export const testTexts = { connectorTests }
