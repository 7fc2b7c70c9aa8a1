/**
 * JSON without the controls that it leaves as they are (DEL and C1, such as U+009B): a terminal would take them for
 * commands. The same value in JSON's own spelling of them.
 */
export const escapeControls = (json: string): string =>
  json.replaceAll(
    /[\u007f-\u009f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
