export { config as default } from '../next-config.mjs'
