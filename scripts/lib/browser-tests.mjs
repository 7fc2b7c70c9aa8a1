// The browser tests, against the production build, on ports that nobody else has.
import { chromiumPath, installPlaywrightChromium } from './browser.mjs'
import { buildIfChanged } from './build.mjs'
import { chooseFreePorts, freePorts } from './ports.mjs'
import { runTool } from './processes.mjs'
import { inRoot } from './root.mjs'

/**
 * @param {string[]} options of Playwright's `test`
 * @param {import('./processes.mjs').Environment} env
 */
export async function runBrowserTests(options, env) {
  await buildIfChanged()
  if (!(await chromiumPath())) await installPlaywrightChromium()
  await chooseFreePorts()
  await freePorts()
  return runTool([inRoot('node_modules', '@playwright', 'test', 'cli.js'), 'test', ...options], {
    env,
  })
}
