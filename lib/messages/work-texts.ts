/** The texts of the pages and dialogs of one connector: its form, its files, its history. */
import connectorWork from './en/connector-work.json'
import history from './en/history.json'
import pkcs12 from './en/pkcs12.json'
import validation from './en/validation.json'

export const workTexts = { connectorWork, history, pkcs12, validation }
