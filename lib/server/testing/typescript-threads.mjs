// Lets the worker threads of a test run start from TypeScript. In the portal the bundler sees to it.
import { isMainThread } from 'node:worker_threads'

if (!isMainThread) {
  const { register } = await import('tsx/esm/api')
  register()
}
